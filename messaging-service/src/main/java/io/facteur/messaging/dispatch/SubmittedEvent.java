package io.facteur.messaging.dispatch;

import java.time.Instant;
import java.util.List;

/** {@code facteur.messaging.messages.submitted.v1}: segments that an operator has. */
record SubmittedEvent(String link, List<Item> messages) {

  static final String TYPE = "facteur.messaging.messages.submitted.v1";

  /** Keeps an event below 64 KiB: an item has some 250 characters. */
  static final int ITEMS = 200;

  /**
   * One segment.
   *
   * @param operatorId the operator's id in normal form; null when no answer came
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

    static Item of(SegmentResult result, String operatorId) {
      Submission.Content content = result.submission().content();
      return new Item(
          content.messageId(),
          content.sendingId(),
          content.serviceName(),
          content.apiUser(),
          content.settingsVersion(),
          result.segment(),
          content.text().segments(),
          operatorId,
          result.at(),
          content.expiresAt());
    }
  }
}
