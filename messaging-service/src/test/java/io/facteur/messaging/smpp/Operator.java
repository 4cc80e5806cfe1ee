package io.facteur.messaging.smpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.smsc.SmscSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The simulator and its control API. */
record Operator(SmscSimulator simulator) implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  static Operator start() throws IOException {
    return new Operator(SmscSimulator.start(0, 0));
  }

  LinkSettings settings() {
    return LinkSettings.of("test", "127.0.0.1", simulator.smppPort(), "facteur", "secret");
  }

  JsonNode stats() throws IOException, InterruptedException {
    return call("GET", "/stats", "");
  }

  JsonNode messages(String query) throws IOException, InterruptedException {
    return call("GET", "/messages" + query, "");
  }

  void behave(String settings) throws IOException, InterruptedException {
    call("POST", "/behaviour", settings);
  }

  JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + simulator.controlPort() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    simulator.close();
  }
}
