package io.facteur.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The control API of the simulated operator: its own count of what it was sent. */
public final class SimulatorControl {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String control;

  /**
   * A client of this simulator.
   *
   * @param control its address, such as {@code http://localhost:2780}
   */
  public SimulatorControl(String control) {
    this.control = control;
  }

  /**
   * What it has taken since its start or its last reset.
   *
   * @param distinct different segments
   * @param duplicates repeats of them
   * @param reported receipts that were acknowledged
   */
  public record Taken(long distinct, long duplicates, long reported) {}

  public Taken taken() throws IOException {
    JsonNode stats = call(HttpRequest.newBuilder(URI.create(control + "/stats")).build());
    return new Taken(
        stats.path("distinct").asLong(),
        stats.path("duplicates").asLong(),
        stats.path("receipts").path("acked").asLong());
  }

  /** Sets its counts to zero and its behaviour to what it was at its start. */
  public void reset() throws IOException {
    post("/reset", "");
  }

  /** Makes it take this long for the answer to each submit. */
  public void delayAnswers(int millis) throws IOException {
    post("/behaviour", "{\"delayMillis\":" + millis + "}");
  }

  private void post(String path, String json) throws IOException {
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(json);
    call(HttpRequest.newBuilder(URI.create(control + path)).POST(body).build());
  }

  private JsonNode call(HttpRequest request) throws IOException {
    try {
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + request.uri(), e);
    }
  }
}
