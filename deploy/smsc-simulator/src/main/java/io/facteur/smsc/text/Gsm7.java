package io.facteur.smsc.text;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1), one octet per
 * septet as SMPP carries it.
 */
final class Gsm7 {

  private static final char ESCAPE = '\u001b';
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final Map<Integer, Character> EXTENSION =
      Map.of(
          0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']',
          0x40, '|', 0x65, '€');
  private static final Map<Character, byte[]> OCTETS = octets();

  private Gsm7() {}

  static String decode(byte[] octets) {
    StringBuilder text = new StringBuilder(octets.length);
    for (int i = 0; i < octets.length; i++) {
      char character = BASIC.charAt(octets[i] & 0x7f);
      if (character == ESCAPE && i + 1 < octets.length) {
        int code = octets[++i] & 0x7f;
        // A receiver that does not know an extension shows the basic character (23.038, 6.2.1.1).
        text.append(EXTENSION.getOrDefault(code, BASIC.charAt(code)));
      } else {
        text.append(character);
      }
    }
    return text.toString();
  }

  /** The octets of a text, or null when a character of it is in neither table. */
  static byte[] encode(String text) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      byte[] octets = OCTETS.get(text.charAt(i));
      if (octets == null) {
        return null;
      }
      encoded.writeBytes(octets);
    }
    return encoded.toByteArray();
  }

  private static Map<Character, byte[]> octets() {
    Map<Character, byte[]> octets = new HashMap<>();
    for (int i = 0; i < BASIC.length(); i++) {
      if (BASIC.charAt(i) != ESCAPE) {
        octets.put(BASIC.charAt(i), new byte[] {(byte) i});
      }
    }
    EXTENSION.forEach(
        (code, character) ->
            octets.put(character, new byte[] {(byte) ESCAPE, (byte) code.intValue()}));
    return octets;
  }
}
