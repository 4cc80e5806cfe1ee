package io.facteur.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The customer's own web server: it offers the contact file, and takes the callbacks. */
final class Customer implements AutoCloseable {

  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Customer(String csv) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/contacts.csv", exchange -> answer(exchange, csv));
    server.createContext("/callback", this::callback);
    server.setExecutor(threads);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** State changes that were told, each once however often it was repeated. */
  int callbacks() {
    return told.size();
  }

  private void callback(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI());
    told.add(query.get("id") + "/" + query.get("description") + "/" + query.get("ptt"));
    answer(exchange, "");
  }

  private static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, same) -> first));
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
