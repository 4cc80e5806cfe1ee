package io.facteur.messaging.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into SMS segments. GSM 7-bit when every character allows it, else UCS-2. A cut falls
 * neither between an escape and its character nor inside of a surrogate pair, so a segment may stay
 * one unit short.
 *
 * @param encoding how it travels
 * @param units septets (an extension character has 2) or UTF-16 units; what OVH calls characters
 * @param parts the pieces of the text, one per segment, at least one
 */
public record SmsText(Encoding encoding, int units, List<String> parts) {

  private static final int UDH_LENGTH = 6;

  public SmsText {
    parts = List.copyOf(parts);
  }

  /** Chooses the encoding by the text. */
  public static SmsText of(String text) {
    return of(text, false);
  }

  /** /** Chooses the encoding, unless told. */
  public static SmsText of(String text, boolean forceUcs2) {
    Encoding encoding = forceUcs2 || !fitsGsm7(text) ? Encoding.UCS2 : Encoding.GSM7;
    int units = 0;
    for (int i = 0; i < text.length(); i++) {
      units += encoding.units(text.charAt(i));
    }
    if (units <= encoding.single()) {
      return new SmsText(encoding, units, List.of(text));
    }
    return new SmsText(encoding, units, cut(text, encoding));
  }

  /** Number of segments, each of which is an SMS to the operator and is charged as one. */
  public int segments() {
    return parts.size();
  }

  /**
   * The short_message of one segment: a UDH for concatenation (8-bit reference, 3GPP TS 23.040
   * section 9.2.3.24.1) when there are several, then the text.
   *
   * @param reference the same for all segments of a message; its low byte counts
   */
  public byte[] payload(int index, long reference) {
    byte[] body = encode(parts.get(index));
    if (parts.size() == 1) {
      return body;
    }
    byte[] whole = new byte[UDH_LENGTH + body.length];
    whole[0] = UDH_LENGTH - 1;
    whole[2] = 3;
    whole[3] = (byte) reference;
    whole[4] = (byte) parts.size();
    whole[5] = (byte) (index + 1);
    System.arraycopy(body, 0, whole, UDH_LENGTH, body.length);
    return whole;
  }

  private byte[] encode(String part) {
    if (encoding == Encoding.UCS2) {
      return part.getBytes(StandardCharsets.UTF_16BE);
    }
    byte[] septets = new byte[2 * part.length()];
    int length = 0;
    for (int i = 0; i < part.length(); i++) {
      length = Gsm7.put(part.charAt(i), septets, length);
    }
    return java.util.Arrays.copyOf(septets, length);
  }

  private static boolean fitsGsm7(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Gsm7.septets(text.charAt(i)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> cut(String text, Encoding encoding) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int length = Character.isSurrogatePair(text.charAt(i), next(text, i)) ? 2 : 1;
      int units = length == 2 ? 2 : encoding.units(text.charAt(i));
      if (used + units > encoding.joined()) {
        parts.add(text.substring(start, i));
        start = i;
        used = 0;
      }
      used += units;
      i += length;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static char next(String text, int i) {
    return i + 1 < text.length() ? text.charAt(i + 1) : '\0';
  }
}
