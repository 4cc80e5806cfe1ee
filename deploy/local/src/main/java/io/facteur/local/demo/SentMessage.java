package io.facteur.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message of the demo, as the API shows it now.
 *
 * @param id under which it is found in {@code outgoing}
 * @param credits that were taken for it
 */
record SentMessage(Expectation expected, long id, double credits, int deliveryReceipt, int ptt) {

  static SentMessage accepted(Expectation expected, JsonNode job) {
    JsonNode ids = job.get("ids");
    if (ids == null || ids.size() != 1) {
      throw new IllegalStateException("Not accepted: " + job);
    }
    double credits = job.path("totalCreditsRemoved").asDouble();
    return new SentMessage(expected, ids.get(0).asLong(), credits, 0, 0);
  }

  SentMessage now(JsonNode outgoing) {
    int receipt = outgoing.path("deliveryReceipt").asInt();
    return new SentMessage(expected, id, credits, receipt, outgoing.path("ptt").asInt());
  }

  boolean isAsExpected() {
    return deliveryReceipt == expected.deliveryReceipt() && ptt == expected.ptt();
  }

  String row() {
    return String.format(
        "%-13s %-28s %8d   %3d/%-3d  %s",
        expected.receiver(),
        expected.means(),
        id,
        deliveryReceipt,
        ptt,
        isAsExpected()
            ? "as told"
            : "EXPECTED " + expected.deliveryReceipt() + "/" + expected.ptt());
  }
}
