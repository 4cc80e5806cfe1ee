package io.facteur.messaging.text;

import java.util.Arrays;

/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, section 6.2.1), one
 * septet to an octet as SMPP's data_coding 0 carries it.
 */
final class Gsm7 {

  /** Marks an extension character; takes a septet of its own. */
  static final byte ESCAPE = 0x1B;

  /** Position is the septet; the place of the escape holds a character that no text can have. */
  private static final String DEFAULT =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ"
          + " !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
          + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENSION = "\f^{}\\[~]|€";
  private static final byte[] EXTENSION_CODES = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };

  /** Septet by character, -1 when there is none; plus 0x80 for extension characters. */
  private static final short[] CODES = codes();

  private Gsm7() {}

  /** Septets of a character: 1, 2 for an extension character, 0 when the alphabet lacks it. */
  static int septets(char c) {
    int code = code(c);
    if (code < 0) {
      return 0;
    }
    return code >= 0x80 ? 2 : 1;
  }

  /** Appends a character that {@link #septets} knows; answers the position after it. */
  static int put(char c, byte[] into, int at) {
    int code = code(c);
    int position = at;
    if (code >= 0x80) {
      into[position++] = ESCAPE;
    }
    into[position++] = (byte) (code & 0x7F);
    return position;
  }

  private static int code(char c) {
    return c < CODES.length ? CODES[c] : -1;
  }

  private static short[] codes() {
    short[] codes = new short['€' + 1];
    Arrays.fill(codes, (short) -1);
    for (int i = 0; i < DEFAULT.length(); i++) {
      if (DEFAULT.charAt(i) < codes.length) {
        codes[DEFAULT.charAt(i)] = (short) i;
      }
    }
    for (int i = 0; i < EXTENSION.length(); i++) {
      codes[EXTENSION.charAt(i)] = (short) (EXTENSION_CODES[i] | 0x80);
    }
    return codes;
  }
}
