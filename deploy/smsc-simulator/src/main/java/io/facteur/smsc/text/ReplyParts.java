package io.facteur.smsc.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A handset's text as the segments that it would send.
 *
 * @param dataCoding 0 or 8
 * @param udh whether every part begins with a concatenation header
 * @param parts the octets of each segment
 */
public record ReplyParts(byte dataCoding, boolean udh, List<byte[]> parts) {

  private static final byte ESCAPE = 0x1b;

  /** Cuts a text into segments; {@code reference} ties them together. */
  public static ReplyParts of(String text, int reference) {
    byte[] gsm = Gsm7.encode(text);
    byte dataCoding = (byte) (gsm == null ? 8 : 0);
    byte[] octets = gsm == null ? text.getBytes(StandardCharsets.UTF_16BE) : gsm;
    int single = gsm == null ? 140 : 160;
    if (octets.length <= single) {
      return new ReplyParts(dataCoding, false, List.of(octets));
    }
    List<byte[]> bodies = cut(octets, gsm == null ? 134 : 153, gsm != null);
    List<byte[]> parts = new ArrayList<>();
    for (byte[] body : bodies) {
      byte[] part = new byte[6 + body.length];
      byte[] header = {5, 0, 3, (byte) reference, (byte) bodies.size(), (byte) (parts.size() + 1)};
      System.arraycopy(header, 0, part, 0, 6);
      System.arraycopy(body, 0, part, 6, body.length);
      parts.add(part);
    }
    return new ReplyParts(dataCoding, true, parts);
  }

  private static List<byte[]> cut(byte[] octets, int limit, boolean gsm) {
    List<byte[]> bodies = new ArrayList<>();
    int start = 0;
    while (start < octets.length) {
      int end = Math.min(octets.length, start + limit);
      if (end < octets.length) {
        if (gsm && octets[end - 1] == ESCAPE) {
          end--;
        } else if (!gsm && (octets[end - 2] & 0xfc) == 0xd8) {
          end -= 2; // a surrogate pair stays together
        }
      }
      bodies.add(Arrays.copyOfRange(octets, start, end));
      start = end;
    }
    return bodies;
  }
}
