package io.facteur.users.token;

import io.facteur.users.secret.SecretBox;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;

/**
 * Signs with the active key, which it holds for a short while instead of decrypting it each time.
 */
@ApplicationScoped
class Signer {

  private final SigningKeys keys;
  private final SecretBox box;
  private final Oauth2Config config;
  private final Clock clock;
  private volatile Held held;

  Signer(SigningKeys keys, SecretBox box, Oauth2Config config, Clock clock) {
    this.keys = keys;
    this.box = box;
    this.config = config;
    this.clock = clock;
  }

  /** The token with these claims. */
  String sign(JwtClaimsBuilder claims) {
    Held key = current();
    return claims.jws().keyId(key.id()).sign(key.key());
  }

  private Held current() {
    Held present = held;
    if (present == null || !clock.instant().isBefore(present.until())) {
      SigningKey active = keys.first(KeyState.ACTIVE).orElseThrow();
      Instant until = clock.instant().plus(config.keyCache());
      present = new Held(active.id(), active.privateKey(box), until);
      held = present;
    }
    return present;
  }

  private record Held(String id, PrivateKey key, Instant until) {

    @Override
    public String toString() {
      return "Held[" + id + "]";
    }
  }
}
