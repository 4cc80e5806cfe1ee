package io.facteur.gateway.limit;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What this replica may still let through for one credential in one second. */
final class Permits {

  private final long second;
  private final AtomicInteger left = new AtomicInteger();
  private volatile boolean exhausted;
  private Future<Void> refill;

  Permits(long second) {
    this.second = second;
  }

  /** Unix time of the second. */
  long second() {
    return second;
  }

  /** Whether there was one left. */
  boolean take() {
    return left.get() > 0 && left.decrementAndGet() >= 0;
  }

  /** The refill that is under way, or a new one: at most one at a time. */
  synchronized Future<Void> refill(Supplier<Future<Void>> ask) {
    if (refill == null || refill.isComplete()) {
      refill = ask.get();
    }
    return refill;
  }

  void add(int permits) {
    left.accumulateAndGet(permits, (had, more) -> Math.max(had, 0) + more);
  }

  /** Nobody is asked for more in this second. */
  void exhaust() {
    exhausted = true;
  }

  boolean exhausted() {
    return exhausted;
  }
}
