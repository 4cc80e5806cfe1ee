package io.facteur.smsc.session;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Message ids, unique over restarts without a file: the count starts at the time of the start in
 * milliseconds, with 20 bits below it. A process would need a million messages per millisecond of
 * its life to reach the ids of the next one.
 */
final class OperatorIds {

  private final AtomicLong next;

  OperatorIds(long startMillis) {
    next = new AtomicLong(startMillis << 20);
  }

  long next() {
    return next.incrementAndGet();
  }
}
