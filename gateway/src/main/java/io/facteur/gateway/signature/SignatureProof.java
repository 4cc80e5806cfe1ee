package io.facteur.gateway.signature;

import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.credential.Proof;
import io.facteur.gateway.error.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * A signed call.
 *
 * @param headers as they came
 * @param signatures that check them
 */
record SignatureProof(SignatureHeaders headers, Signatures signatures) implements Proof {

  @Override
  public Future<Credential> credential() {
    return signatures.resolve(headers);
  }

  @Override
  public void checkHead() {
    signatures.checkTime(headers);
  }

  @Override
  public Future<Void> cover(HttpServerRequest request, Credential credential, Buffer body) {
    if (!(credential.origin() instanceof Credential.ConsumerKey key)) {
      throw Refusal.INVALID_SIGNATURE.because("Invalid signature: this credential signs nothing");
    }
    OvhSignature signature =
        new OvhSignature(
            key.applicationSecret(),
            headers.consumer(),
            request.method().name(),
            body,
            headers.timestamp());
    return signatures.verify(SignedUrl.of(request), signature, headers.signature());
  }
}
