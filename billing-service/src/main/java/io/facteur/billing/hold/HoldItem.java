package io.facteur.billing.hold;

import io.facteur.billing.ledger.Credits;

/**
 * A question: may this sending spend so much?
 *
 * @param apiUser login of the API user who sends, or null
 * @param amount thousandths of a credit, 0 or more
 */
public record HoldItem(long sendingId, String serviceName, String apiUser, long amount) {

  public HoldItem {
    if (sendingId < 1 || serviceName == null || amount < 0) {
      throw new IllegalArgumentException(
          "hold of " + amount + " for sending " + sendingId + " of " + serviceName);
    }
  }

  Credits credits() {
    return new Credits(amount);
  }
}
