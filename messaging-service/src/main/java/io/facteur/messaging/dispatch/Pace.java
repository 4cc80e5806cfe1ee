package io.facteur.messaging.dispatch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast a link may go: its agreed throughput, and slower while the operator throttles
 * (ESME_RTHROTTLED). Each throttled answer doubles a pause, each accepted one halves it.
 */
final class Pace {

  private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(2).toNanos();
  private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final long intervalNanos;
  private long nextNanos = System.nanoTime();
  private volatile long throttleNanos;

  /**
   * A pace without throttling yet.
   *
   * @param perSecond segments per second; 0 for no limit of our own
   */
  Pace(int perSecond) {
    this.intervalNanos = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /** Waits for the next segment's turn; called by the submitting thread alone. */
  void await() throws InterruptedException {
    long throttled = throttleNanos;
    if (throttled > 0) {
      TimeUnit.NANOSECONDS.sleep(throttled);
    }
    if (intervalNanos == 0) {
      return;
    }
    long now = System.nanoTime();
    if (nextNanos - now > 0) {
      TimeUnit.NANOSECONDS.sleep(nextNanos - now);
    }
    nextNanos = Math.max(nextNanos, now - intervalNanos) + intervalNanos;
  }

  void heard(boolean throttled) {
    long pause = throttleNanos;
    if (throttled) {
      throttleNanos = Math.min(LONGEST_PAUSE_NANOS, Math.max(FIRST_PAUSE_NANOS, pause * 2));
    } else if (pause > 0) {
      throttleNanos = pause / 2 < FIRST_PAUSE_NANOS ? 0 : pause / 2;
    }
  }
}
