package io.facteur.billing.settlement;

import io.facteur.billing.ledger.Credits;

/**
 * A message that costs nothing in the end.
 *
 * @param amount thousandths of a credit, what the message had cost
 */
public record MessageRefund(long messageId, long sendingId, long amount) {

  public MessageRefund {
    if (messageId < 1 || sendingId < 1 || amount < 0) {
      throw new IllegalArgumentException(
          "refund of " + amount + " for message " + messageId + " of sending " + sendingId);
    }
  }

  String reference() {
    return Long.toString(messageId);
  }

  Credits credits() {
    return new Credits(amount);
  }
}
