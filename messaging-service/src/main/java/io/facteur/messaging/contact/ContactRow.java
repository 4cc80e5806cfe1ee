package io.facteur.messaging.contact;

import io.facteur.messaging.number.Msisdn;
import java.util.List;

/** A record of a contact file that is not empty. */
public sealed interface ContactRow {

  /** Line of the file on which it starts, counted from 1. */
  long line();

  /**
   * Somebody to write to.
   *
   * @param fields stripped, in the order of the columns; a short record has fewer
   */
  record Contact(long line, Msisdn number, List<String> fields) implements ContactRow {}

  /**
   * A record without a phone number that could be read.
   *
   * @param text what stands in place of the number, cut to a readable length
   */
  record Wrong(long line, String text) implements ContactRow {

    private static final int LONGEST = 40;

    static Wrong of(long line, String cell) {
      if (cell.isEmpty()) {
        return new Wrong(line, "no number");
      }
      return new Wrong(line, cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell);
    }

    /** {@code line 12: abc}. */
    @Override
    public String toString() {
      return "line " + line + ": " + text;
    }
  }
}
