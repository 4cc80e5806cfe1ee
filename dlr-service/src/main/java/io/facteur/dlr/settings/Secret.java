package io.facteur.dlr.settings;

import java.util.Base64;

/**
 * A key that callbacks are signed with, 32 random bytes.
 *
 * @param text {@code whsec_} and the bytes in base64, as Standard Webhooks writes it
 */
public record Secret(String text) {

  /** Bytes of a new key; Standard Webhooks asks for 24 to 64. */
  public static final int BYTES = 32;

  private static final String PREFIX = "whsec_";

  /** From the bytes that are stored. */
  public static Secret of(byte[] bytes) {
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  /** The key itself. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
