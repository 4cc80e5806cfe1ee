package io.facteur.users.oauth2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes of secrets that this service made itself. They are random, so that a fast hash protects
 * them; a slow one would only help those who flood the token endpoint.
 */
final class SecretHash {

  private SecretHash() {}

  static byte[] of(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static boolean matches(byte[] hash, String secret) {
    return MessageDigest.isEqual(hash, of(secret));
  }
}
