package io.facteur.chassis.http;

import java.time.Duration;

/**
 * What one request may cost.
 *
 * @param total from the start to the last byte, redirects included; above zero
 * @param maxBytes of the answer's body; 0 or more
 * @param redirects how many are followed; 0 hands a redirect to the caller as the answer
 */
public record Limits(Duration total, long maxBytes, int redirects) {

  /** Checks the bounds. */
  public Limits {
    if (total.isNegative() || total.isZero() || maxBytes < 0 || redirects < 0) {
      throw new IllegalArgumentException("limits must not be negative: " + total + " " + maxBytes);
    }
  }
}
