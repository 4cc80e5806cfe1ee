package io.facteur.dlr.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

  private RetryAfter() {}

  /** The pause from now; nothing when the text is neither, or lies in the past. */
  static Optional<Duration> parse(String text, Instant now) {
    String value = text.strip();
    Duration pause;
    try {
      pause =
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
    return pause.isNegative() || pause.isZero() ? Optional.empty() : Optional.of(pause);
  }
}
