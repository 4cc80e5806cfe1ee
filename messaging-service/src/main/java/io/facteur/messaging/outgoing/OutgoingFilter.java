package io.facteur.messaging.outgoing;

import io.facteur.chassis.error.ApiException;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** The query of {@code GET …/outgoing}; what is absent or empty does not filter. */
public class OutgoingFilter {

  @QueryParam("tag")
  String tag;

  @QueryParam("sender")
  String sender;

  @QueryParam("receiver")
  String receiver;

  @QueryParam("ptt")
  String ptt;

  @QueryParam("deliveryReceipt")
  String deliveryReceipt;

  @QueryParam("creationDatetime.from")
  String from;

  @QueryParam("creationDatetime.to")
  String to;

  static String textOf(String given) {
    return given == null || given.isEmpty() || given.equals("null") ? null : given;
  }

  /** Digits of the receiver, however it is written. */
  static String digitsOf(String given) {
    String text = textOf(given);
    if (text == null) {
      return null;
    }
    String digits = text.replaceAll("[^0-9]", "");
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }

  static Integer numberOf(String field, String given) {
    String text = textOf(given);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException notOne) {
      throw ApiException.invalid(field, "must be a whole number, not " + text);
    }
  }

  static OffsetDateTime timeOf(String field, String given) {
    String text = textOf(given);
    try {
      // A plus sign that was not encoded arrives as a blank.
      return text == null ? null : OffsetDateTime.parse(text.replace(' ', '+'));
    } catch (DateTimeParseException notOne) {
      throw ApiException.invalid(
          field, "must be a date such as 2026-01-31T12:00:00+01:00, not " + text);
    }
  }
}
