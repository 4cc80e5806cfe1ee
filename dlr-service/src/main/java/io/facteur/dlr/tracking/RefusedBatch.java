package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Instant;
import java.util.List;

/** What this service reads of {@code facteur.messaging.messages.refused.v1}. */
record RefusedBatch(List<Item> messages) {

  static final String TYPE = "facteur.messaging.messages.refused.v1";

  /** One message that no operator took. */
  record Item(
      long messageId,
      long sendingId,
      String serviceName,
      String apiUser,
      long settingsVersion,
      int ptt,
      Instant at) {

    MessageKey key() {
      return new MessageKey(sendingId, messageId);
    }

    Owner owner() {
      return new Owner(serviceName, apiUser, settingsVersion);
    }

    Fact.Refused fact() {
      return new Fact.Refused(DeliveryState.refused(ptt), at);
    }
  }
}
