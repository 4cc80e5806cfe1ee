package io.facteur.gateway.credential;

/**
 * What names a credential.
 *
 * @param application the application key
 * @param consumer the consumer key
 */
public record CredentialKey(String application, String consumer) {

  /** Longer than any key that was ever given out (16 and 32), and too short to fill a memory. */
  private static final int MAX_LENGTH = 64;

  /** Whether such keys can exist; what can't is not asked about. */
  boolean plausible() {
    return plausible(application) && plausible(consumer);
  }

  private static boolean plausible(String key) {
    return key.length() <= MAX_LENGTH && key.chars().allMatch(CredentialKey::keyCharacter);
  }

  private static boolean keyCharacter(int c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_';
  }
}
