package io.facteur.chassis.http;

import java.util.Optional;

/**
 * An answer whose body was read.
 *
 * @param status the HTTP status, whatever it is
 * @param retryAfter the header of that name as it came, in seconds or as a date (RFC 9110, 10.2.3)
 * @param body the first bytes of the body, up to the limit, read as UTF-8
 * @param truncated whether the body was longer than the limit
 */
public record GuardedResponse(
    int status, Optional<String> retryAfter, String body, boolean truncated) {

  /** Whether the status says success (200 to 299). */
  public boolean successful() {
    return status >= 200 && status < 300;
  }
}
