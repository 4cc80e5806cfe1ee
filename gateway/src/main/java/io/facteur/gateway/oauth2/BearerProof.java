package io.facteur.gateway.oauth2;

import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.credential.Proof;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A call with a bearer token, which is about every call of its bearer.
 *
 * @param token as it came
 * @param tokens that know it
 */
record BearerProof(String token, BearerTokens tokens) implements Proof {

  @Override
  public Future<Credential> credential() {
    return tokens.resolve(token);
  }

  @Override
  public void checkHead() {
    // A token has no time of its own call.
  }

  @Override
  public Future<Void> cover(HttpServerRequest request, Credential credential, Buffer body) {
    return Future.succeededFuture();
  }

  @Override
  public String toString() {
    return "BearerProof[]";
  }
}
