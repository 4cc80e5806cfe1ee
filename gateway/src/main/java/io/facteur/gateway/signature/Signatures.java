package io.facteur.gateway.signature;

import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.credential.CredentialKey;
import io.facteur.gateway.credential.Credentials;
import io.facteur.gateway.credential.Proof;
import io.facteur.gateway.error.Refusal;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Checks calls that are signed as OVH's clients sign them. */
@Singleton
public class Signatures {

  /** Hashing more than this takes longer than an event loop should be kept. */
  private static final int HASHED_AT_ONCE = 256 * 1024;

  private final Credentials credentials;
  private final Duration tolerance;
  private final Vertx vertx;
  private final Clock clock;

  Signatures(Credentials credentials, GatewayConfig config, Vertx vertx, Clock clock) {
    this.credentials = credentials;
    this.tolerance = config.timestampTolerance();
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * The signature among these headers.
   *
   * @throws io.facteur.gateway.error.Refused 401 that names the headers that are missing
   */
  public Proof in(MultiMap headers) {
    return new SignatureProof(SignatureHeaders.of(headers), this);
  }

  Future<Credential> resolve(SignatureHeaders headers) {
    return credentials.resolve(new CredentialKey(headers.application(), headers.consumer()));
  }

  void checkTime(SignatureHeaders headers) {
    headers.checkTime(clock.instant(), tolerance);
  }

  Future<Void> verify(SignedUrl url, OvhSignature signature, String claimed) {
    return signature.body().length() > HASHED_AT_ONCE
        ? vertx.executeBlocking(() -> check(url, signature, claimed), false)
        : Future.succeededFuture(check(url, signature, claimed));
  }

  private static Void check(SignedUrl url, OvhSignature signature, String claimed) {
    if (signature.matches(claimed, url.likeliest())) {
      return null;
    }
    boolean found =
        List.of(signature, signature.withEscapedBody()).stream()
            .anyMatch(form -> url.candidates().stream().anyMatch(it -> form.matches(claimed, it)));
    if (!found) {
      throw Refusal.INVALID_SIGNATURE.because(
          "Invalid signature: sign $1$ + sha1(secret+consumerKey+"
              + signature.method()
              + "+"
              + url.likeliest()
              + "+body+timestamp), with the bytes of the body as they are sent");
    }
    return null;
  }
}
