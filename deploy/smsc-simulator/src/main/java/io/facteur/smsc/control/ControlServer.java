package io.facteur.smsc.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The control API over HTTP: JSON in, JSON out, errors as {@code {"error": "…"}}. */
public final class ControlServer implements Closeable {

  private static final int MAX_BODY = 64 << 10;
  private static final int THREADS = 2;
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(Instants.module()).build();

  private final HttpServer server;
  private final ExecutorService threads;
  private final Commands commands;

  /** Serves at once; port 0 takes any free one. */
  public ControlServer(InetSocketAddress address, Commands commands) throws IOException {
    this.commands = commands;
    threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "smsc-control");
              thread.setDaemon(true);
              return thread;
            });
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The port in use. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange, 200, route(exchange));
      } catch (BadRequestException refused) {
        answer(exchange, 400, error(refused.getMessage()));
      } catch (UnknownRouteException unknown) {
        answer(exchange, unknown.status(), error(unknown.getMessage()));
      } catch (RuntimeException failed) {
        answer(exchange, 500, error(failed.toString()));
      }
    }
  }

  private Object route(HttpExchange exchange) throws IOException, BadRequestException {
    String path = exchange.getRequestURI().getPath();
    String route = exchange.getRequestMethod() + " " + path;
    return switch (route) {
      case "GET /stats" -> commands.stats();
      case "GET /messages" -> commands.messages(query(exchange.getRequestURI().getRawQuery()));
      case "GET /behaviour" -> commands.behaviour();
      case "POST /behaviour" -> commands.behave(body(exchange));
      case "POST /mo" -> commands.reply(body(exchange));
      case "POST /reset" -> commands.reset();
      default -> throw UnknownRouteException.of(path);
    };
  }

  private static Map<String, String> query(String raw) throws BadRequestException {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      try {
        query.put(
            decoded(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      } catch (IllegalArgumentException badEscape) {
        throw new BadRequestException("the query is escaped wrongly");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode body(HttpExchange exchange) throws IOException, BadRequestException {
    byte[] octets = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (octets.length > MAX_BODY) {
      throw new BadRequestException("the body is longer than " + MAX_BODY + " octets");
    }
    try {
      JsonNode node = JSON.readTree(octets);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException malformed) {
      throw new BadRequestException("the body is no JSON: " + malformed.getOriginalMessage());
    }
    throw new BadRequestException("the body must be a JSON object");
  }

  private static Map<String, String> error(String message) {
    return Map.of("error", message);
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] octets = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, octets.length);
    exchange.getResponseBody().write(octets);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
