package io.facteur.dlr.callback;

import java.time.Duration;

/**
 * Leaves a host alone that fails again and again. Closed: calls pass. Open: none do. When its time
 * is over one call passes as a probe; its success closes the circuit, its failure opens it for
 * twice as long. Times are of a monotonic clock, in nanoseconds. Not thread-safe.
 */
final class Circuit {

  private final int threshold;
  private final Duration first;
  private final Duration longest;
  private int failures;
  private Duration open = Duration.ZERO;
  private long openUntil;
  private boolean probing;

  /**
   * A closed one.
   *
   * @param threshold failures in a row that open it
   */
  Circuit(int threshold, Duration first, Duration longest) {
    this.threshold = threshold;
    this.first = first;
    this.longest = longest;
  }

  /** Whether no call may pass now. */
  boolean isOpen(long now) {
    return !open.isZero() && (probing || now - openUntil < 0);
  }

  /** Whether calls pass without limit. */
  boolean isClosed() {
    return open.isZero();
  }

  /** A call passes. */
  void passed() {
    probing = !open.isZero();
  }

  void succeeded() {
    failures = 0;
    open = Duration.ZERO;
    probing = false;
  }

  /** A probe was not made after all, or told nothing about the host. */
  void undecided() {
    probing = false;
  }

  void failed(long now) {
    failures++;
    if (failures >= threshold && (open.isZero() || probing)) {
      open = open.isZero() ? first : doubled();
      openUntil = now + open.toNanos();
    }
    probing = false;
  }

  private Duration doubled() {
    Duration twice = open.multipliedBy(2);
    return twice.compareTo(longest) > 0 ? longest : twice;
  }
}
