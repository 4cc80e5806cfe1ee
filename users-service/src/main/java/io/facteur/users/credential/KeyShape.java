package io.facteur.users.credential;

import java.util.regex.Pattern;

/** What a key can look like; anything else need not be looked up. */
final class KeyShape {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private KeyShape() {}

  static boolean isPossible(String key) {
    return key != null && SHAPE.matcher(key).matches();
  }
}
