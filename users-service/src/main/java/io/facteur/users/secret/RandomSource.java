package io.facteur.users.secret;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Randomness for keys and nonces. */
class RandomSource {

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
