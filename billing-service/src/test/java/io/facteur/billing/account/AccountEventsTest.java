package io.facteur.billing.account;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.billing.Scene;
import io.facteur.billing.hold.HoldAnswer;
import io.facteur.billing.hold.HoldDesk;
import io.facteur.billing.hold.HoldItem;
import io.facteur.billing.hold.HoldOutcome;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class AccountEventsTest {

  @Inject Scene scene;
  @Inject HoldDesk desk;

  @Test
  void openedAccountIsKnownAndHasNothing() {
    String account = scene.unknownAccount();
    tell("opened", account, 1, "enable");
    assertEquals(HoldOutcome.NO_CREDIT, hold(account));
  }

  @Test
  void disabledAccountHoldsNothingUntilItIsEnabled() {
    String account = scene.account(1000);
    tell("changed", account, 2, "disable");
    assertEquals(HoldOutcome.ACCOUNT_DISABLED, hold(account));
    tell("changed", account, 3, "enable");
    assertEquals(HoldOutcome.HELD, hold(account));
  }

  @Test
  void olderStateThatArrivesLateChangesNothing() {
    String account = scene.account(1000);
    tell("changed", account, 5, "disable");
    tell("changed", account, 4, "enable");
    assertEquals(HoldOutcome.ACCOUNT_DISABLED, hold(account));
  }

  @Test
  void closedAccountStaysClosedAndKeepsItsCredits() {
    String account = scene.account(1000);
    tell("closed", account, 7, "enable");
    tell("changed", account, 6, "enable");
    assertEquals(HoldOutcome.ACCOUNT_DISABLED, hold(account));
    assertEquals(1000, scene.balance(account, "available"));
  }

  @Test
  void eventThatArrivesAfterTheFirstGrantKeepsTheCredits() {
    String account = scene.account(1000);
    tell("opened", account, 1, "enable");
    assertEquals(1000, scene.balance(account, "available"));
    assertEquals(HoldOutcome.HELD, hold(account));
  }

  private HoldOutcome hold(String account) {
    long sending = scene.sending();
    HoldAnswer answer =
        desk.answer(List.of(new HoldItem(sending, account, null, 100))).get(sending);
    return answer.outcome();
  }

  private void tell(String fact, String account, long version, String status) {
    String id = UUID.randomUUID().toString();
    TestBroker.send(
        "facteur.users.events",
        "facteur.users.account." + fact + ".v1",
        id,
        """
        {"serviceName":"%s","version":%d,"customer":"fa00001","country":"fr","status":"%s",
        "callBack":null,"stopCallBack":null}"""
            .formatted(account, version, status));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> scene.number("SELECT count(*) FROM inbox WHERE event_id = ?", id) == 1);
  }
}
