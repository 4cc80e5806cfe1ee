package io.facteur.users.input;

import io.facteur.chassis.error.ApiException;

/** Texts as callers write them: their bounds, and the characters that a column can hold. */
public final class Text {

  private Text() {}

  /**
   * One line that must be there, without the blanks around it.
   *
   * @param field name of the field, for the refusal
   * @param max most characters, in UTF-16 units
   * @throws ApiException 400 when it is missing, empty, too long or has control characters
   */
  public static String line(String field, String value, int max) {
    String line = value == null ? "" : value.strip();
    if (line.isEmpty()) {
      throw ApiException.invalid(field, "is missing: give 1 to " + max + " characters");
    }
    return bounded(field, line, max, false);
  }

  /** One line that may be empty; null stays null. */
  public static String optionalLine(String field, String value, int max) {
    return value == null ? null : bounded(field, value.strip(), max, false);
  }

  /** A text of several lines, kept as it is; null stays null. */
  public static String block(String field, String value, int max) {
    return value == null ? null : bounded(field, value, max, true);
  }

  private static String bounded(String field, String value, int max, boolean lines) {
    if (value.length() > max) {
      throw ApiException.invalid(
          field, "must have at most " + max + " characters, has " + value.length());
    }
    if (value.chars().anyMatch(c -> Character.isISOControl(c) && !(lines && isLayout(c)))) {
      throw ApiException.invalid(
          field, "must not contain control characters" + (lines ? "" : " or line breaks"));
    }
    return value;
  }

  private static boolean isLayout(int character) {
    return character == '\n' || character == '\r' || character == '\t';
  }
}
