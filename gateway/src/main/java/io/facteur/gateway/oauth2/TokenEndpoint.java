package io.facteur.gateway.oauth2;

import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceAnswer;
import io.facteur.gateway.upstream.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * {@code POST /auth/oauth2/token}: brings a client's request to users-service (RFC 6749, section
 * 4.4; id and secret in the form or as HTTP Basic), and {@code GET /auth/oauth2/jwks}.
 */
@Singleton
public class TokenEndpoint {

  private final ServiceClient services;
  private final TokenKeys keys;

  TokenEndpoint(ServiceClient services, TokenKeys keys) {
    this.services = services;
    this.keys = keys;
  }

  /** The keys that verify the tokens, as JSON (RFC 7517). */
  public Future<Buffer> jwks() {
    return keys.published();
  }

  /** Answers a request for a token with status, body and headers of the RFC. */
  public Future<Void> issue(HttpServerRequest request, Buffer form) {
    TokenForm asked = TokenForm.of(form.toString(), request.getHeader(HttpHeaders.AUTHORIZATION));
    return services
        .post(Service.USERS, "/internal/oauth2/token", TokenScope.gateway(null), asked.json())
        .compose(answer -> answer(request, answer));
  }

  private static Future<Void> answer(HttpServerRequest request, ServiceAnswer answer) {
    MultiMap headers = request.response().headers();
    headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    if (answer.status() == 401) {
      headers.set("WWW-Authenticate", "Basic realm=\"facteur\"");
    }
    return request.response().setStatusCode(answer.status()).end(answer.body());
  }
}
