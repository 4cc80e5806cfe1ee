package io.facteur.gateway.route;

import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.credential.Proof;
import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import io.facteur.gateway.limit.CallLimit;
import io.facteur.gateway.oauth2.BearerTokens;
import io.facteur.gateway.signature.Signatures;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;

/**
 * Lets a call in or not: keys, time, signature or token, validity, address, rules, rate, in this
 * order. A body is only read for keys that exist. Whoever is no operator is told of {@code /admin}
 * that it does not exist, whatever else is wrong.
 */
@Singleton
class Door {

  private final Signatures signatures;
  private final BearerTokens bearerTokens;
  private final CallLimit limit;
  private final Bodies bodies;
  private final Clock clock;

  Door(
      Signatures signatures,
      BearerTokens bearerTokens,
      CallLimit limit,
      Bodies bodies,
      Clock clock) {
    this.signatures = signatures;
    this.bearerTokens = bearerTokens;
    this.limit = limit;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** Does the work of a call that is let in; fails with a refusal for one that is not. */
  Future<Void> admit(Call call, Function<Admission, Future<Void>> work) {
    return Future.succeededFuture(call.request().headers())
        .map(this::proof)
        .compose(proof -> admit(call, proof, work));
  }

  /** A token beside a signature is not looked at: the signature says more. */
  private Proof proof(MultiMap headers) {
    return headers.contains("X-Ovh-Signature")
        ? signatures.in(headers)
        : bearerTokens.in(headers).orElseGet(() -> signatures.in(headers));
  }

  private Future<Void> admit(Call call, Proof proof, Function<Admission, Future<Void>> work) {
    Future<Credential> resolving = proof.credential();
    if (!resolving.isComplete()) {
      call.request().pause();
    }
    return resolving.compose(
        credential -> {
          checkAudience(call, credential);
          proof.checkHead();
          Future<Buffer> reading = bodies.read(call.request());
          call.request().resume();
          return reading.compose(
              body ->
                  proof
                      .cover(call.request(), credential, body)
                      .compose(covered -> limit.check(checked(call, credential)))
                      .compose(within -> work.apply(new Admission(call, credential, body)))
                      .onComplete(done -> bodies.release(body)));
        });
  }

  /** The same words for every path that does not exist, or is not to be seen. */
  static Refused noSuchPath(HttpServerRequest request, RequestPath path) {
    return Refusal.NO_SUCH_PATH.because(
        "Got an invalid (or empty) URL: there is no "
            + request.method().name()
            + " "
            + path.decoded());
  }

  private static void checkAudience(Call call, Credential credential) {
    if (call.operation().audience() == Operation.Audience.OPERATORS && !credential.operator()) {
      throw noSuchPath(call.request(), call.path());
    }
  }

  private Credential checked(Call call, Credential credential) {
    credential.checkUsable(clock.instant());
    credential.checkAddress(call.clientAddress());
    if (call.operation().audience() != Operation.Audience.BEARERS) {
      credential.checkGranted(call.operation().method(), call.path().decoded());
    }
    return credential;
  }
}
