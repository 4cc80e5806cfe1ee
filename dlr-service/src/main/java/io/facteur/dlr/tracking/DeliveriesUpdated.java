package io.facteur.dlr.tracking;

import java.time.Instant;
import java.util.List;

/** Body of {@code facteur.dlr.deliveries.updated.v1}. */
record DeliveriesUpdated(List<Delivery> deliveries) {

  static final String TYPE = "facteur.dlr.deliveries.updated.v1";

  /** Items of some 170 bytes each, below the 64 KiB of an event. */
  static final int MAX_ITEMS = 300;

  /** The present state of one message. */
  record Delivery(
      long messageId,
      long sendingId,
      String serviceName,
      int dlr,
      int ptt,
      Instant at,
      boolean isFinal) {

    static Delivery of(TrackedMessage message) {
      return new Delivery(
          message.key().messageId(),
          message.key().sendingId(),
          message.owner().serviceName(),
          message.state().dlr(),
          message.state().ptt(),
          message.changedAt(),
          message.state().isFinal());
    }
  }
}
