package io.facteur.billing.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.billing.account.AccountStatus;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.LedgerAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final String ACCOUNT = "sms-fa00001-1";

  @Test
  void refusedItemLeavesItsCreditsToTheNext() {
    Decisions decisions = decisions(AccountStatus.ENABLE, 1000);
    decisions.decide(item(1, 600));
    decisions.decide(item(2, 500));
    decisions.decide(item(3, 400));
    assertEquals(new HoldAnswer(1, HoldOutcome.HELD, 400), decisions.answers().get(1L));
    assertEquals(new HoldAnswer(2, HoldOutcome.NO_CREDIT, 400), decisions.answers().get(2L));
    assertEquals(new HoldAnswer(3, HoldOutcome.HELD, 0), decisions.answers().get(3L));
  }

  @Test
  void sendingThatIsAskedTwiceInOneBatchPaysOnce() {
    Decisions decisions = decisions(AccountStatus.ENABLE, 1000);
    decisions.decide(item(1, 600));
    decisions.decide(item(1, 600));
    assertEquals(1, decisions.fresh().size());
    assertEquals(new HoldAnswer(1, HoldOutcome.HELD, 400), decisions.answers().get(1L));
  }

  @Test
  void storedAnswerIsGivenAgainWhateverIsAskedNow() {
    StoredHold stored = new StoredHold(1, HoldState.REFUSED, HoldOutcome.NO_CREDIT, 5);
    Decisions decisions =
        new Decisions(List.of(payer(AccountStatus.ENABLE, 1000)), List.of(stored));
    decisions.decide(item(1, 1));
    assertTrue(decisions.fresh().isEmpty());
    assertEquals(new HoldAnswer(1, HoldOutcome.NO_CREDIT, 5), decisions.answers().get(1L));
  }

  @Test
  void whatWasHeldAndThenGivenUpIsVoided() {
    StoredHold stored = new StoredHold(1, HoldState.VOIDED, HoldOutcome.HELD, 5);
    assertEquals(HoldOutcome.VOIDED, stored.answer().outcome());
  }

  @Test
  void disabledAndClosedAccountsSpendNothing() {
    for (AccountStatus status : List.of(AccountStatus.DISABLE, AccountStatus.CLOSED)) {
      Decisions decisions = decisions(status, 1000);
      decisions.decide(item(1, 1));
      assertEquals(HoldOutcome.ACCOUNT_DISABLED, decisions.answers().get(1L).outcome());
    }
  }

  @Test
  void accountThatBillingHasNotHeardOfIsUnknown() {
    Decisions decisions = new Decisions(List.of(), List.of());
    decisions.decide(item(1, 0));
    assertEquals(new HoldAnswer(1, HoldOutcome.UNKNOWN_ACCOUNT, 0), decisions.answers().get(1L));
  }

  private static Decisions decisions(AccountStatus status, long balance) {
    return new Decisions(List.of(payer(status, balance)), List.of());
  }

  private static Payer payer(AccountStatus status, long balance) {
    return new Payer(
        ACCOUNT,
        status,
        LedgerAccount.available(100),
        LedgerAccount.held(101),
        new Credits(balance));
  }

  private static HoldItem item(long sendingId, long amount) {
    return new HoldItem(sendingId, ACCOUNT, null, amount);
  }
}
