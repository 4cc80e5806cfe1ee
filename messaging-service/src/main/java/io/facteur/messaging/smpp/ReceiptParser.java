package io.facteur.messaging.smpp;

import java.util.Locale;
import java.util.Map;

/**
 * Finds id, stat and err in the text of a receipt. SMPP 3.4 leaves the text to the operator
 * (appendix B is only an example), so whatever is there is taken and nothing is demanded.
 */
final class ReceiptParser {

  private static final Map<String, String> LONG_FORMS =
      Map.of(
          "DELIVERED", "DELIVRD",
          "UNDELIVERED", "UNDELIV",
          "UNDELIVERABLE", "UNDELIV",
          "UNDELIVRD", "UNDELIV",
          "ACCEPTED", "ACCEPTD",
          "REJECTED", "REJECTD",
          "BUFFERED", "ENROUTE",
          "EN_ROUTE", "ENROUTE");

  private final String text;
  private final String lower;

  ReceiptParser(String text) {
    int own = text.toLowerCase(Locale.ROOT).indexOf("text:");
    // What follows is the customer's text: nothing in it is the operator's word.
    this.text = own < 0 ? text : text.substring(0, own);
    this.lower = this.text.toLowerCase(Locale.ROOT);
  }

  /** The message id as written, or null. */
  String id() {
    return field("id:");
  }

  /** The state in the spelling of appendix B, or null. */
  String stat() {
    String stat = field("stat:");
    if (stat == null) {
      return null;
    }
    String upper = stat.toUpperCase(Locale.ROOT);
    return LONG_FORMS.getOrDefault(upper, upper);
  }

  /** The error code as written, or null. */
  String err() {
    return field("err:");
  }

  private String field(String name) {
    int start = lower.indexOf(name);
    while (start > 0 && Character.isLetterOrDigit(lower.charAt(start - 1))) {
      start = lower.indexOf(name, start + 1);
    }
    if (start < 0) {
      return null;
    }
    int from = start + name.length();
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    int to = from;
    while (to < text.length() && !isSeparator(text.charAt(to))) {
      to++;
    }
    String value = text.substring(from, to);
    // "id: sub:001": the field is empty and the next one follows.
    return value.isEmpty() || value.indexOf(':') >= 0 ? null : value;
  }

  private static boolean isSeparator(char character) {
    return character <= ' ' || character == ',' || character == ';';
  }
}
