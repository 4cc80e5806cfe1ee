package io.facteur.messaging.contact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The characters of a contact file, after what precedes them: a byte order mark, and Excel's {@code
 * sep=;} line.
 *
 * @param separator between fields
 * @param skippedLines lines that were taken off the start
 */
record SourceText(Reader reader, char separator, int skippedLines) {

  private static final int LOOK_AHEAD = 32_768;
  private static final String SEPARATOR_LINE = "sep=";

  /**
   * Looks at the start of the file.
   *
   * @throws BadContactFileException when this is no text with separators
   */
  static SourceText of(InputStream source) throws IOException {
    PushbackReader reader = new PushbackReader(decoded(source), LOOK_AHEAD);
    char[] start = new char[LOOK_AHEAD];
    int length = readFully(reader, start);
    int from = length > 0 && start[0] == '\uFEFF' ? 1 : 0;
    String head = new String(start, from, length - from);
    refuseOtherKinds(head);
    if (head.toLowerCase(Locale.ROOT).startsWith(SEPARATOR_LINE) && head.length() > 5) {
      int end = head.indexOf('\n') + 1;
      reader.unread(start, from + end, length - from - end);
      return new SourceText(reader, head.charAt(SEPARATOR_LINE.length()), end == 0 ? 0 : 1);
    }
    reader.unread(start, from, length - from);
    return new SourceText(reader, Separator.of(head), 0);
  }

  private static Reader decoded(InputStream source) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(source);
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    boolean utf16 = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    return utf16 ? new InputStreamReader(bytes, StandardCharsets.UTF_16) : new MixedDecoder(bytes);
  }

  private static int readFully(Reader reader, char[] target) throws IOException {
    int length = 0;
    int count = 0;
    while (count >= 0 && length < target.length) {
      length += count;
      count = reader.read(target, length, target.length - length);
    }
    return length;
  }

  private static void refuseOtherKinds(String head) {
    String text = head.stripLeading();
    if (text.isEmpty()) {
      throw new BadContactFileException("is empty");
    }
    if (text.startsWith("<")) {
      throw new BadContactFileException("is no CSV file but a web page or XML");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      throw new BadContactFileException("is no CSV file but JSON");
    }
    if (text.startsWith("%PDF") || text.chars().anyMatch(SourceText::isBinary)) {
      throw new BadContactFileException(
          "is no CSV file: save spreadsheets as CSV, columns separated by semicolons");
    }
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x0B && c != 0x1A;
  }
}
