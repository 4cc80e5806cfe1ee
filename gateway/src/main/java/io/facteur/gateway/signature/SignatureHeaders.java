package io.facteur.gateway.signature;

import io.facteur.gateway.error.Refusal;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;

/**
 * The four headers of a signed call, as the client sent them.
 *
 * @param application the application key
 * @param consumer the consumer key
 * @param timestamp Unix seconds, as text, because the text is what was signed
 * @param signature {@code $1$} and the SHA-1 in hexadecimal
 */
public record SignatureHeaders(
    String application, String consumer, String timestamp, String signature) {

  /**
   * Reads them.
   *
   * @throws io.facteur.gateway.error.Refused 401 that names the missing ones
   */
  public static SignatureHeaders of(MultiMap headers) {
    return new SignatureHeaders(
        required(headers, "X-Ovh-Application"),
        required(headers, "X-Ovh-Consumer"),
        required(headers, "X-Ovh-Timestamp"),
        required(headers, "X-Ovh-Signature"));
  }

  private static String required(MultiMap headers, String name) {
    String value = headers.get(name);
    if (value == null || value.isBlank()) {
      throw Refusal.LOGIN_FIRST.because(
          "You must login first: the header " + name + " is missing, so this call is not signed");
    }
    return value;
  }

  /**
   * Refuses a call from another time, so that an overheard one can't be repeated for ever.
   *
   * @throws io.facteur.gateway.error.Refused 400 that says how far the client's clock is off
   */
  public void checkTime(Instant now, Duration tolerance) {
    long off = secondsSinceEpoch() - now.getEpochSecond();
    if (Math.abs(off) > tolerance.toSeconds()) {
      throw Refusal.QUERY_TIME_OUT.because(
          "Query out of time: X-Ovh-Timestamp is %d s %s the server's clock, at most %d s are allowed; take the time from GET /auth/time"
              .formatted(Math.abs(off), off < 0 ? "behind" : "ahead of", tolerance.toSeconds()));
    }
  }

  private long secondsSinceEpoch() {
    try {
      long seconds = Long.parseLong(timestamp);
      if (seconds >= 0 && seconds < 1L << 53) {
        return seconds;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the refusal.
    }
    throw Refusal.QUERY_TIME_OUT.because(
        "Query out of time: X-Ovh-Timestamp must be the server's time in Unix seconds, see GET /auth/time");
  }
}
