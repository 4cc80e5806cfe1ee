package io.facteur.messaging.contact;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Drops blanks at the start of fields, so that a quote after a blank opens a quoted field, as its
 * writer meant it. They would be stripped from the values anyway. Refuses a file that ends inside
 * quotes: everything after the one that was never closed would pass for a single value.
 */
final class FieldStarts extends FilterReader {

  private enum State {
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private final char separator;
  private State state = State.FIELD_START;
  private long line = 1;
  private long quotedSince;
  private char previous;

  FieldStarts(Reader source, char separator) {
    super(source);
    this.separator = separator;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int count = in.read(target, offset, length);
      if (count <= 0) {
        refuseOpenQuote();
        return count;
      }
      for (int i = offset; i < offset + count; i++) {
        char c = target[i];
        countLine(c);
        if (state == State.FIELD_START && isBlank(c)) {
          continue;
        }
        state = after(c);
        target[offset + kept++] = c;
      }
    }
    return kept;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  /** LF, CR, and CRLF as one. */
  private void countLine(char c) {
    if (c == '\r' || (c == '\n' && previous != '\r')) {
      line++;
    }
    previous = c;
  }

  private void refuseOpenQuote() throws OpenQuoteException {
    if (state == State.QUOTED) {
      throw new OpenQuoteException(quotedSince);
    }
  }

  /** The file ends inside quotes. */
  static final class OpenQuoteException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    private OpenQuoteException(long line) {
      super("quoted since line " + line);
      this.line = line;
    }

    /** Where they were opened, from 1. */
    long line() {
      return line;
    }
  }

  private boolean isBlank(char c) {
    return c != separator && (c == ' ' || c == '\t' || c == '\u00A0');
  }

  private State after(char c) {
    if (state == State.QUOTED) {
      return c == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
    }
    if (c == '"' && state != State.PLAIN) {
      quotedSince = state == State.FIELD_START ? line : quotedSince;
      return State.QUOTED;
    }
    return c == separator || c == '\n' || c == '\r' ? State.FIELD_START : State.PLAIN;
  }
}
