package io.facteur.gateway.oauth2;

import io.facteur.gateway.cache.CoalescingCache;
import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceAnswer;
import io.facteur.gateway.upstream.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of users-service's tokens, kept as long as it allows. New keys are published a
 * day before they sign, so an unknown one is looked for soon, but not more often than a stranger
 * with invented tokens could want.
 */
@Singleton
class TokenKeys {

  /** What users-service says in {@code Cache-Control}, by default. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);
  private static final String ONLY = "jwks";

  private final CoalescingCache<String, Keys> keys;
  private final ServiceClient services;
  private final String issuer;
  private final String audience;
  private final Clock clock;

  TokenKeys(
      Vertx vertx,
      ServiceClient services,
      @ConfigProperty(name = "facteur.oauth2.issuer", defaultValue = "facteur") String issuer,
      @ConfigProperty(name = "facteur.oauth2.audience", defaultValue = "facteur-api")
          String audience,
      Clock clock) {
    this.keys = new CoalescingCache<>(vertx, 1, known -> KEPT);
    this.services = services;
    this.issuer = issuer;
    this.audience = audience;
    this.clock = clock;
  }

  /** The published keys, as users-service wrote them (RFC 7517). */
  Future<Buffer> published() {
    return keys.get(ONLY, this::fetch).map(Keys::json);
  }

  /** What a token says, if it is one of ours; fails with 401 that says why it is not. */
  Future<TokenClaims> verify(String token) {
    return keys.get(ONLY, this::fetch).compose(known -> verify(token, known));
  }

  private Future<TokenClaims> verify(String token, Keys known) {
    try {
      return Future.succeededFuture(known.claims(token));
    } catch (InvalidJwtException problem) {
      boolean keyUnknown = problem.getCause() instanceof UnresolvableKeyException;
      if (keyUnknown && known.olderThan(AT_MOST_EVERY, clock.instant())) {
        keys.drop(ONLY);
        return verify(token);
      }
      return Future.failedFuture(
          notValid(problem.hasExpired() ? "it has expired" : "it is not one of this platform's"));
    } catch (MalformedClaimException | RuntimeException problem) {
      return Future.failedFuture(notValid("it lacks what this platform's tokens say"));
    }
  }

  private static Refused notValid(String reason) {
    return Refusal.INVALID_TOKEN.because(
        "You must login first: this bearer token is not valid, "
            + reason
            + "; get one at POST /auth/oauth2/token");
  }

  private Future<Keys> fetch() {
    return services
        .get(Service.USERS, "/internal/oauth2/jwks", TokenScope.gateway(null))
        .map(this::read);
  }

  private Keys read(ServiceAnswer answer) {
    try {
      if (answer.ok()) {
        JsonWebKeySet set = new JsonWebKeySet(answer.body().toString());
        return new Keys(answer.body(), consumer(set), clock.instant());
      }
    } catch (JoseException breachOfContract) {
      throw new IllegalStateException("users-service sent no JWKS", breachOfContract);
    }
    throw Refusal.UNAVAILABLE.because(
        "The users service can't show its keys at the moment, try again shortly");
  }

  private JwtConsumer consumer(JsonWebKeySet set) {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(set.getJsonWebKeys()))
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
        .setExpectedIssuer(issuer)
        .setExpectedAudience(audience)
        .setRequireSubject()
        .setRequireExpirationTime()
        .build();
  }

  /**
   * A set of keys.
   *
   * @param json as published
   * @param consumer that verifies with them
   * @param since when they were fetched
   */
  private record Keys(Buffer json, JwtConsumer consumer, Instant since) {

    TokenClaims claims(String token) throws InvalidJwtException, MalformedClaimException {
      return TokenClaims.of(consumer.processToClaims(token));
    }

    boolean olderThan(Duration age, Instant now) {
      return since.plus(age).isBefore(now);
    }
  }
}
