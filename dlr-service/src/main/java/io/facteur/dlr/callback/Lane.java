package io.facteur.dlr.callback;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everything that goes to one host. It has its own queue, its own concurrency and its own circuit,
 * so that a host that is slow or down delays nobody else. The concurrency grows by one with each
 * quick answer and halves with each failure or late one. Thread-safe; times are of a monotonic
 * clock, in nanoseconds.
 */
final class Lane {

  private static final int FIRST_LIMIT = 20;

  private final CallbackConfig config;
  private final AtomicInteger heldByAll;
  private final Deque<Callback> queue = new ArrayDeque<>();
  private final Circuit circuit;
  private int limit = FIRST_LIMIT;
  private int held;
  private int inFlight;

  /**
   * An empty lane.
   *
   * @param heldByAll what all lanes hold together
   */
  Lane(CallbackConfig config, AtomicInteger heldByAll) {
    this.config = config;
    this.heldByAll = heldByAll;
    this.circuit =
        new Circuit(config.circuitFailures(), config.circuitOpen(), config.circuitLongest());
  }

  /**
   * Takes room for calls that are about to be claimed.
   *
   * @return for how many, 0 to {@code wanted}
   */
  synchronized int reserve(int wanted, long now) {
    int room = config.laneCapacity() - held;
    if (!circuit.isClosed()) {
      room = circuit.isOpen(now) || held > 0 ? 0 : 1;
    }
    int granted = Math.max(0, Math.min(wanted, room));
    int all = heldByAll.addAndGet(granted);
    int tooMany = Math.min(granted, Math.max(0, all - config.capacity()));
    heldByAll.addAndGet(-tooMany);
    held += granted - tooMany;
    return granted - tooMany;
  }

  /** Gives room back: the call was noted, or not claimed after all. */
  synchronized void release(int count) {
    held -= count;
    heldByAll.addAndGet(-count);
  }

  /** Queues a call for which there is room. */
  synchronized void add(Callback callback) {
    queue.add(callback);
  }

  /** Takes the next call that may be made now, or null. */
  synchronized Callback next(long now) {
    if (queue.isEmpty() || inFlight >= limit || circuit.isOpen(now)) {
      return null;
    }
    circuit.passed();
    inFlight++;
    return queue.poll();
  }

  /** Learns how a call ended that {@link #next} gave out. */
  synchronized void ended(Outcome outcome, Duration took, long now) {
    inFlight--;
    if (outcome instanceof Outcome.Returned) {
      circuit.undecided();
    } else if (outcome instanceof Outcome.Failed failed && failed.hostFailed()) {
      limit = Math.max(1, limit / 2);
      circuit.failed(now);
    } else {
      // The host answers; that this URL is not found on it is not its trouble.
      boolean quick = took.compareTo(config.slow()) <= 0;
      limit = quick ? Math.min(config.laneConcurrency(), limit + 1) : Math.max(1, limit / 2);
      circuit.succeeded();
    }
  }

  /** Takes out what can't be called soon because the host is left alone. */
  synchronized List<Callback> drainIfOpen(long now) {
    return circuit.isOpen(now) ? drain() : List.of();
  }

  /** Takes out everything that is not under way. */
  synchronized List<Callback> drain() {
    List<Callback> drained = new ArrayList<>(queue);
    queue.clear();
    return drained;
  }

  /** Whether it may be forgotten. */
  synchronized boolean isIdle() {
    return held == 0 && circuit.isClosed();
  }

  synchronized int limit() {
    return limit;
  }
}
