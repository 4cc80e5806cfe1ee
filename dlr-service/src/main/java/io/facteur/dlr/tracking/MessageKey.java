package io.facteur.dlr.tracking;

import java.util.Comparator;

/** Names a message; sorted as its rows are locked. */
record MessageKey(long sendingId, long messageId) implements Comparable<MessageKey> {

  private static final Comparator<MessageKey> ORDER =
      Comparator.comparingLong(MessageKey::sendingId).thenComparingLong(MessageKey::messageId);

  @Override
  public int compareTo(MessageKey other) {
    return ORDER.compare(this, other);
  }
}
