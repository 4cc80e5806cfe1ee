package io.facteur.bench.load;

import io.facteur.local.client.Credential;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Instant;

/** Calls the API as an OVH client does, over connections that stay open. */
public final class SignedClient {

  private static final int LIMIT_SECONDS = 120;

  private final HttpClient http;
  private final URI endpoint;
  private final Credential credential;

  /**
   * A client of this endpoint.
   *
   * @param connections at most so many calls at a time; more wait
   */
  public SignedClient(Vertx vertx, String endpoint, Credential credential, int connections) {
    this.endpoint = URI.create(endpoint);
    this.credential = credential;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost(this.endpoint.getHost())
                .setDefaultPort(this.endpoint.getPort())
                .setMaxPoolSize(connections)
                .setKeepAlive(true)
                .setKeepAliveTimeout(LIMIT_SECONDS)
                .setIdleTimeout(LIMIT_SECONDS));
  }

  /** An answer of the API. */
  public record Answer(int status, Buffer body) {}

  /** Posts JSON; fails when the connection does. */
  public Future<Answer> post(String path, String body) {
    return http.request(HttpMethod.POST, endpoint.getPath() + path)
        .compose(request -> sign(request, endpoint + path, body).send(body))
        .compose(response -> response.body().map(text -> new Answer(response.statusCode(), text)));
  }

  private HttpClientRequest sign(HttpClientRequest request, String url, String body) {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    return request
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Ovh-Application", credential.applicationKey())
        .putHeader("X-Ovh-Consumer", credential.consumerKey())
        .putHeader("X-Ovh-Timestamp", timestamp)
        .putHeader("X-Ovh-Signature", credential.sign("POST", url, body, timestamp));
  }
}
