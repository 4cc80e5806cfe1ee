package io.facteur.messaging.dispatch;

import java.util.concurrent.Semaphore;

/** The SMPP window: how many submits may be unanswered or answered and not yet committed. */
final class Window {

  private final Semaphore permits;
  private final int size;

  Window(int size) {
    this.size = size;
    this.permits = new Semaphore(size);
  }

  int size() {
    return size;
  }

  void acquire() throws InterruptedException {
    permits.acquire();
  }

  void release(int results) {
    permits.release(results);
  }

  /** Submits under way, their commits included. */
  int used() {
    return size - permits.availablePermits();
  }
}
