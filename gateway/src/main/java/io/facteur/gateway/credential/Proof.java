package io.facteur.gateway.credential;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** What a call brings to show who makes it: a signature, or a bearer token. */
public interface Proof {

  /** Whose it is; fails with a refusal when it is nobody's, or can't be found out. */
  Future<Credential> credential();

  /**
   * Refuses what can be refused before the body is read.
   *
   * @throws io.facteur.gateway.error.Refused such as a call from another time
   */
  void checkHead();

  /** Fails with a refusal when this call, with this body, is not what the proof is about. */
  Future<Void> cover(HttpServerRequest request, Credential credential, Buffer body);
}
