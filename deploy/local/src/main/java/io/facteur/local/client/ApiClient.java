package io.facteur.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls the API as an OVH client does, with OVH's signature, trusting the stack's own certificate
 * authority.
 */
public final class ApiClient {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String endpoint;
  private final Credential credential;

  private ApiClient(HttpClient http, String endpoint, Credential credential) {
    this.http = http;
    this.endpoint = endpoint;
    this.credential = credential;
  }

  /**
   * A client of this endpoint for who has this credential.
   *
   * @param endpoint such as {@code https://localhost:8443/1.0}
   * @param caCertificate the PEM file of the authority that vouches for the endpoint
   */
  public static ApiClient of(String endpoint, Path caCertificate, Credential credential)
      throws IOException {
    HttpClient http =
        HttpClient.newBuilder()
            .sslContext(OwnAuthority.trusting(caCertificate))
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return new ApiClient(http, endpoint, credential);
  }

  /** The same endpoint, called by somebody else. */
  public ApiClient as(Credential other) {
    return new ApiClient(http, endpoint, other);
  }

  public JsonNode get(String path) throws IOException {
    return call("GET", path, "");
  }

  /** The body is written as JSON. */
  public JsonNode post(String path, Object body) throws IOException {
    return call("POST", path, JSON.writeValueAsString(body));
  }

  /** The body is written as JSON. */
  public JsonNode put(String path, Object body) throws IOException {
    return call("PUT", path, JSON.writeValueAsString(body));
  }

  /** As {@link #post(String, Object)}, and the answer as this type. */
  public <T> T post(String path, Object body, Class<T> type) throws IOException {
    return JSON.treeToValue(post(path, body), type);
  }

  private JsonNode call(String method, String path, String body) throws IOException {
    String url = endpoint + path;
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .header("X-Ovh-Application", credential.applicationKey())
            .header("X-Ovh-Consumer", credential.consumerKey())
            .header("X-Ovh-Timestamp", timestamp)
            .header("X-Ovh-Signature", credential.sign(method, url, body, timestamp))
            .build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw new ApiRefusal(method + " " + path, response.statusCode(), response.body());
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + request.uri(), e);
    }
  }
}
