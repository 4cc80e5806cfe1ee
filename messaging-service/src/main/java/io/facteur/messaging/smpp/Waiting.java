package io.facteur.messaging.smpp;

import java.util.function.BooleanSupplier;

/** Short waits at the end of a session. */
final class Waiting {

  private static final long STEP_MILLIS = 5;

  private Waiting() {}

  /** Returns when the condition holds, when the time is over, or when interrupted. */
  static void until(BooleanSupplier condition, long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    try {
      while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
        Thread.sleep(STEP_MILLIS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
