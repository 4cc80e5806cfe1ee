package io.facteur.smsc.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The alphabets of {@code data_coding} (SMPP 3.4, 5.2.19; 3GPP TS 23.038, 4) that are shown. */
public enum Coding {
  GSM7,
  LATIN1,
  UCS2,
  BINARY;

  /** The alphabet that an octet of data_coding names. */
  public static Coding of(byte dataCoding) {
    int value = dataCoding & 0xff;
    if (value >= 0xf0) {
      return (value & 0x04) == 0 ? GSM7 : BINARY;
    }
    if (value == 0x03) {
      return LATIN1;
    }
    return switch (value & 0xcc) {
      case 0x00 -> value == 0x02 ? BINARY : GSM7;
      case 0x08 -> UCS2;
      default -> BINARY;
    };
  }

  /** Whether data_coding says message class 0: the handset shows it at once. */
  public static boolean isFlash(byte dataCoding) {
    int value = dataCoding & 0xff;
    boolean hasClass = (value & 0xd0) == 0x10 || value >= 0xf0;
    return hasClass && (value & 0x03) == 0;
  }

  /** The text of a segment's octets; hexadecimal digits when they are no text. */
  public String decode(byte[] octets) {
    return switch (this) {
      case GSM7 -> Gsm7.decode(octets);
      case LATIN1 -> new String(octets, StandardCharsets.ISO_8859_1);
      case UCS2 -> new String(octets, StandardCharsets.UTF_16BE);
      case BINARY -> HexFormat.of().formatHex(octets);
    };
  }
}
