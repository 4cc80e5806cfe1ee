package io.facteur.messaging.dispatch;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Pauses between attempts: doubling, with a spread of a quarter, so that what failed together does
 * not come back together.
 *
 * @param random numbers from 0 to 1
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {

  private static final int MAX_DOUBLINGS = 20;
  private static final double SPREAD = 0.25;

  /** The pause after this many earlier attempts. */
  Duration after(int attempts) {
    long millis = first.toMillis() << Math.min(attempts, MAX_DOUBLINGS);
    long bounded = Math.min(millis, longest.toMillis());
    return Duration.ofMillis(bounded + (long) (bounded * SPREAD * random.getAsDouble()));
  }
}
