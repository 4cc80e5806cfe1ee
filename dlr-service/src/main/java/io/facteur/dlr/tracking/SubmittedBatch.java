package io.facteur.dlr.tracking;

import java.time.Instant;
import java.util.List;

/** What this service reads of {@code facteur.messaging.messages.submitted.v1}. */
record SubmittedBatch(String link, List<Item> messages) {

  static final String TYPE = "facteur.messaging.messages.submitted.v1";

  /**
   * One submitted segment.
   *
   * @param operatorId null when its outcome is unknown
   */
  record Item(
      long messageId,
      long sendingId,
      String serviceName,
      String apiUser,
      long settingsVersion,
      int segment,
      int segments,
      String operatorId,
      Instant at,
      Instant expiresAt) {

    MessageKey key() {
      return new MessageKey(sendingId, messageId);
    }

    Owner owner() {
      return new Owner(serviceName, apiUser, settingsVersion);
    }

    Fact.Submitted fact(String link) {
      return new Fact.Submitted(segment, segments, link, operatorId, at, expiresAt);
    }
  }
}
