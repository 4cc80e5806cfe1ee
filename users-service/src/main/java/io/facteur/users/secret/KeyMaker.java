package io.facteur.users.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes keys and secrets in the shapes that OVH's clients know (reference, section 5.1). */
@ApplicationScoped
public class KeyMaker {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final SecureRandom random;

  KeyMaker(SecureRandom random) {
    this.random = random;
  }

  /** 16 letters and digits: 95 bits, public. */
  public String applicationKey() {
    return letters(16);
  }

  /** 32 letters and digits: 190 bits. */
  public String applicationSecret() {
    return letters(32);
  }

  /** 32 letters and digits: 190 bits. */
  public String consumerKey() {
    return letters(32);
  }

  /** 16 letters and digits: 95 bits, public. */
  public String clientId() {
    return letters(16);
  }

  /** 32 letters and digits: 190 bits. */
  public String clientSecret() {
    return letters(32);
  }

  /** 16 letters and digits: names a signing key. */
  public String signingKeyId() {
    return letters(16);
  }

  private String letters(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
