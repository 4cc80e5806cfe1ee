package io.facteur.billing.settlement;

import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.Transfer;
import io.facteur.billing.ledger.TransferKind;
import java.util.Optional;

/** A posted hold that gives back message by message, and never more than was posted. */
final class RefundableHold {

  private final ResolvedHold hold;
  private Credits refunded;

  RefundableHold(ResolvedHold hold) {
    this.hold = hold;
    this.refunded = hold.refunded();
  }

  /** The transfer for this message, cut to what is left; empty when nothing is. */
  Optional<Transfer> refund(MessageRefund message) {
    Credits amount = message.credits().atMost(hold.amount().minus(refunded));
    if (!amount.isPositive()) {
      return Optional.empty();
    }
    refunded = refunded.plus(amount);
    return Optional.of(
        new Transfer(
            TransferKind.REFUND,
            hold.sendingId(),
            message.reference(),
            hold.consumed(),
            hold.paidFrom(),
            amount));
  }

  long sendingId() {
    return hold.sendingId();
  }

  Credits refunded() {
    return refunded;
  }

  boolean changed() {
    return !refunded.equals(hold.refunded());
  }
}
