package io.facteur.users.token;

import io.facteur.users.secret.KeyMaker;
import io.facteur.users.secret.SecretBox;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Moves the signing keys through their life, at each start and then every minute. */
@ApplicationScoped
class KeyRotation {

  private static final Logger LOG = Logger.getLogger(KeyRotation.class);
  private static final int BITS = 2048;

  private final SigningKeys keys;
  private final KeyMaker names;
  private final SecretBox box;
  private final SecureRandom random;
  private final Oauth2Config config;
  private final Clock clock;

  KeyRotation(
      SigningKeys keys,
      KeyMaker names,
      SecretBox box,
      SecureRandom random,
      Oauth2Config config,
      Clock clock) {
    this.keys = keys;
    this.names = names;
    this.box = box;
    this.random = random;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  void onStart(@Observes StartupEvent start) {
    rotate(clock.instant());
  }

  @Scheduled(every = "1m", delayed = "1m")
  @Transactional
  void rotate() {
    rotate(clock.instant());
  }

  /** Takes the steps that are due at a time; several replicas may do so at once. */
  @Transactional
  void rotate(Instant now) {
    keys.lock();
    if (keys.first(KeyState.ACTIVE).isEmpty()) {
      // Nobody can hold an older JWKS than this first key.
      step(keys.first(KeyState.PUBLISHED).orElseGet(() -> make(now)), KeyState.ACTIVE, now);
    }
    publishAhead(now);
    takeOver(now);
    forget(now);
  }

  private void publishAhead(Instant now) {
    SigningKey active = keys.first(KeyState.ACTIVE).orElseThrow();
    Duration age = config.keyLifetime().minus(config.publishAhead());
    if (active.isSince(age, now) && keys.first(KeyState.PUBLISHED).isEmpty()) {
      make(now);
    }
  }

  private void takeOver(Instant now) {
    SigningKey active = keys.first(KeyState.ACTIVE).orElseThrow();
    Optional<SigningKey> next =
        keys.first(KeyState.PUBLISHED).filter(key -> key.isSince(config.publishAhead(), now));
    if (active.isSince(config.keyLifetime(), now) && next.isPresent()) {
      step(active, KeyState.PASSIVE, now);
      // The unique index allows one active key at any statement, so the old one goes first.
      keys.flush();
      step(next.get(), KeyState.ACTIVE, now);
    }
  }

  private void forget(Instant now) {
    Duration age = config.tokenLifetime().plus(config.keyCache());
    keys.in(KeyState.PASSIVE).stream()
        .filter(key -> key.isSince(age, now))
        .forEach(key -> step(key, KeyState.GONE, now));
  }

  private SigningKey make(Instant now) {
    SigningKey key = new SigningKey(names.signingKeyId(), pair(), box, now);
    keys.persist(key);
    LOG.infof("fact=signing-key-published kid=%s", key.id());
    return key;
  }

  private static void step(SigningKey key, KeyState next, Instant now) {
    key.become(next, now);
    LOG.infof("fact=signing-key-%s kid=%s", next.name().toLowerCase(Locale.ROOT), key.id());
  }

  private KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS, random);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has RSA", impossible);
    }
  }
}
