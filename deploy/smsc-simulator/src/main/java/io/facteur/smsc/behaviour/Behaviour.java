package io.facteur.smsc.behaviour;

/**
 * What the simulator was told to do differently, for every session. Each setting holds until it is
 * changed or the simulator is reset.
 */
public final class Behaviour {

  private static final int NO_LIMIT = -1;
  private static final long RECEIPT_TIMEOUT_MILLIS = 10_000;

  private boolean stopReading;
  private long delayMillis;
  private int submitsPerSecond = NO_LIMIT;
  private boolean refuseBinds;
  private long receiptTimeoutMillis = RECEIPT_TIMEOUT_MILLIS;
  private long second;
  private int admitted;

  /** Blocks while reading is stopped. */
  public synchronized void awaitReading() throws InterruptedException {
    while (stopReading) {
      wait();
    }
  }

  /** Whether a submit at this time is within the limit; counts it. */
  public synchronized boolean admits(long nowMillis) {
    if (submitsPerSecond == NO_LIMIT) {
      return true;
    }
    long now = nowMillis / 1_000;
    if (now != second) {
      second = now;
      admitted = 0;
    }
    return admitted++ < submitsPerSecond;
  }

  /** How long the answer of a submit is held back. */
  public synchronized long delayMillis() {
    return delayMillis;
  }

  /** Whether a bind is answered with a failure. */
  public synchronized boolean refusesBinds() {
    return refuseBinds;
  }

  /** How long an unanswered deliver_sm waits before it is sent again. */
  public synchronized long receiptTimeoutMillis() {
    return receiptTimeoutMillis;
  }

  /** Changes what the settings name and leaves the rest. */
  public synchronized void apply(BehaviourSettings settings) {
    stopReading = settings.stopReading() == null ? stopReading : settings.stopReading();
    delayMillis = settings.delayMillis() == null ? delayMillis : settings.delayMillis();
    refuseBinds = settings.refuseBinds() == null ? refuseBinds : settings.refuseBinds();
    if (settings.submitsPerSecond() != null) {
      submitsPerSecond = settings.submitsPerSecond();
    }
    if (settings.receiptTimeoutMillis() != null) {
      receiptTimeoutMillis = settings.receiptTimeoutMillis();
    }
    notifyAll();
  }

  /** Back to an operator without whims. */
  public void reset() {
    apply(new BehaviourSettings(false, 0L, NO_LIMIT, false, RECEIPT_TIMEOUT_MILLIS));
  }

  /** What holds now. */
  public synchronized BehaviourSettings settings() {
    return new BehaviourSettings(
        stopReading, delayMillis, submitsPerSecond, refuseBinds, receiptTimeoutMillis);
  }
}
