package io.facteur.billing.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.billing.hold.HoldState;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.LedgerAccount;
import org.junit.jupiter.api.Test;

class RefundableHoldTest {

  @Test
  void givesBackNoMoreThanWasPosted() {
    RefundableHold hold = posted(1000, 300);
    assertEquals(new Credits(400), hold.refund(message(1, 400)).orElseThrow().amount());
    assertEquals(new Credits(300), hold.refund(message(2, 400)).orElseThrow().amount());
    assertTrue(hold.refund(message(3, 1)).isEmpty());
    assertEquals(new Credits(1000), hold.refunded());
  }

  @Test
  void goesBackToWhereThePaymentCameFrom() {
    var transfer = posted(1000, 0).refund(message(7, 400)).orElseThrow();
    assertEquals(LedgerAccount.available(10), transfer.to());
    assertEquals(LedgerAccount.consumed(12), transfer.from());
    assertEquals("7", transfer.reference());
  }

  private static RefundableHold posted(long amount, long refunded) {
    return new RefundableHold(
        new ResolvedHold(
            1,
            HoldState.POSTED,
            new Credits(amount),
            new Credits(refunded),
            LedgerAccount.available(10),
            LedgerAccount.held(11),
            LedgerAccount.consumed(12)));
  }

  private static MessageRefund message(long id, long amount) {
    return new MessageRefund(id, 1, amount);
  }
}
