package io.facteur.messaging.contact;

import io.facteur.messaging.number.Msisdn;
import io.facteur.messaging.number.NumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a record without what tools and people leave around them. */
final class Cells {

  private Cells() {}

  static List<String> clean(List<String> fields) {
    List<String> clean = new ArrayList<>(fields.size());
    for (String field : fields) {
      clean.add(strip(field));
    }
    return clean;
  }

  static boolean areEmpty(List<String> cells) {
    return cells.stream().allMatch(String::isEmpty);
  }

  /**
   * A number, also as Excel and Python write it: {@code ="0662…"}, {@code '0662…}, {@code 662.0}.
   */
  static Optional<Msisdn> number(String cell, NumberReader numbers, String country) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    String plain = cell;
    if (plain.charAt(0) == '=' || plain.charAt(0) == '\'') {
      plain = plain.replace("=", "").replace("\"", "").replace("'", "");
    }
    if (plain.endsWith(".0")) {
      plain = plain.substring(0, plain.length() - 2);
    }
    return numbers.read(plain, country);
  }

  private static String strip(String field) {
    int start = 0;
    int end = field.length();
    while (start < end && isAround(field.charAt(start))) {
      start++;
    }
    while (end > start && isAround(field.charAt(end - 1))) {
      end--;
    }
    String stripped = field.substring(start, end);
    return stripped.indexOf('\0') < 0 ? stripped : stripped.replace("\0", "");
  }

  /** Blanks, also hard ones, and the invisible direction marks of copied phone numbers. */
  private static boolean isAround(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || c == '\0'
        || c == 0x1A;
  }
}
