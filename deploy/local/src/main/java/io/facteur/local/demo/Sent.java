package io.facteur.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * What became of one message.
 *
 * @param segments what is charged: a credit each, in France
 * @param toDeliver from its acceptance to its delivery; null when it was not delivered
 */
record Sent(
    long id, String receiver, int deliveryReceipt, int ptt, int segments, Duration toDeliver) {

  static Sent of(JsonNode message) {
    return new Sent(
        message.path("id").asLong(),
        message.path("receiver").asText(),
        message.path("deliveryReceipt").asInt(),
        message.path("ptt").asInt(),
        message.path("numberOfSms").asInt(),
        delay(message));
  }

  Outcome expected() {
    return Outcome.of(receiver);
  }

  boolean isAsTold() {
    return deliveryReceipt == expected().deliveryReceipt() && ptt == expected().ptt();
  }

  private static Duration delay(JsonNode message) {
    if (!message.hasNonNull("deliveredAt") || !message.hasNonNull("creationDatetime")) {
      return null;
    }
    return Duration.between(
        OffsetDateTime.parse(message.path("creationDatetime").asText()),
        OffsetDateTime.parse(message.path("deliveredAt").asText()));
  }
}
