package io.facteur.gateway.route;

import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.credential.CredentialKey;
import io.facteur.gateway.credential.Credentials;
import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import io.facteur.gateway.signature.CandidateUrls;
import io.facteur.gateway.signature.OvhSignature;
import io.facteur.gateway.signature.SignatureHeaders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/**
 * Lets a call in or not: keys, time, signature, validity, address, rules, in this order. A body is
 * only read for keys that exist. Whoever is no operator is told of {@code /admin} that it does not
 * exist, whatever else is wrong.
 */
@Singleton
class Door {

  /** Hashing more than this takes longer than an event loop should be kept. */
  private static final int HASHED_AT_ONCE = 256 * 1024;

  private final Credentials credentials;
  private final Bodies bodies;
  private final Duration tolerance;
  private final Vertx vertx;
  private final Clock clock;

  Door(Credentials credentials, Bodies bodies, GatewayConfig config, Vertx vertx, Clock clock) {
    this.credentials = credentials;
    this.bodies = bodies;
    this.tolerance = config.timestampTolerance();
    this.vertx = vertx;
    this.clock = clock;
  }

  /** Does the work of a call that is let in; fails with a refusal for one that is not. */
  Future<Void> admit(Call call, Function<Admission, Future<Void>> work) {
    return Future.succeededFuture(call.request().headers())
        .map(SignatureHeaders::of)
        .compose(headers -> admit(call, headers, work));
  }

  private Future<Void> admit(
      Call call, SignatureHeaders headers, Function<Admission, Future<Void>> work) {
    Future<Credential> resolving =
        credentials.resolve(new CredentialKey(headers.application(), headers.consumer()));
    if (!resolving.isComplete()) {
      call.request().pause();
    }
    return resolving.compose(
        credential -> {
          checkAudience(call, credential);
          headers.checkTime(clock.instant(), tolerance);
          Future<Buffer> reading = bodies.read(call.request());
          call.request().resume();
          return reading.compose(
              body ->
                  verified(call, headers, credential, body)
                      .compose(verified -> work.apply(admitted(call, credential, body)))
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

  private Future<Void> verified(
      Call call, SignatureHeaders headers, Credential credential, Buffer body) {
    OvhSignature signature =
        new OvhSignature(
            credential.applicationSecret(),
            headers.consumer(),
            call.operation().method(),
            body,
            headers.timestamp());
    if (body.length() > HASHED_AT_ONCE) {
      return vertx.executeBlocking(() -> verify(call.request(), headers, signature), false);
    }
    return Future.succeededFuture(verify(call.request(), headers, signature));
  }

  private static Void verify(
      HttpServerRequest request, SignatureHeaders headers, OvhSignature signature) {
    String host = request.authority() == null ? "" : request.authority().toString();
    String scheme = request.isSSL() ? "https" : "http";
    String claimed = headers.signature();
    if (signature.matches(claimed, CandidateUrls.likeliest(scheme, host, request.uri()))) {
      return null;
    }
    int port = request.localAddress().port();
    boolean matches =
        CandidateUrls.of(scheme, host, port, request.uri()).stream()
            .anyMatch(url -> signature.matches(claimed, url));
    if (!matches) {
      throw Refusal.INVALID_SIGNATURE.because(
          "Invalid signature: sign $1$ + sha1(secret+consumerKey+"
              + request.method().name()
              + "+"
              + CandidateUrls.likeliest(scheme, host, request.uri())
              + "+body+timestamp), with the bytes of the body as they are sent");
    }
    return null;
  }

  private Admission admitted(Call call, Credential credential, Buffer body) {
    credential.checkUsable(clock.instant());
    credential.checkAddress(call.clientAddress());
    credential.checkGranted(call.operation().method(), call.path().decoded());
    return new Admission(call, credential, body);
  }
}
