package io.facteur.messaging.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads text that is UTF-8 or ISO-8859-1 without having seen all of it: what is no UTF-8 is read as
 * Windows-1252, byte by byte (ISO-8859-1 with the characters that Excel adds, such as the euro
 * sign). So an accent on the last line is as good as one on the first, and one broken byte spoils
 * no other.
 */
final class MixedDecoder extends Reader {

  private static final int SIZE = 8_192;
  private static final char[] SINGLE_BYTES = singleBytes();

  private final InputStream source;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();
  private boolean ended;

  MixedDecoder(InputStream source) {
    this.source = source;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void decode() throws IOException {
    fill();
    chars.clear();
    CoderResult result = utf8.decode(bytes, chars, ended);
    while (result.isMalformed() && chars.hasRemaining()) {
      chars.put(SINGLE_BYTES[bytes.get() & 0xff]);
      result = utf8.decode(bytes, chars, ended);
    }
    chars.flip();
  }

  private void fill() throws IOException {
    if (ended) {
      return;
    }
    bytes.compact();
    int count = source.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(0, count)).flip();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private static char[] singleBytes() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return new String(all, Charset.forName("windows-1252")).toCharArray();
  }
}
