package io.facteur.billing.settlement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.billing.Operator;
import io.facteur.billing.Scene;
import io.facteur.billing.hold.HoldDesk;
import io.facteur.billing.hold.HoldItem;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What messaging says, over the broker, and where the credits are afterwards. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class SendingEventsTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject HoldDesk desk;
  @Inject Scene scene;
  @Inject Operator operator;

  private final List<String> told = new ArrayList<>();
  private String account;
  private long sending;

  @BeforeEach
  void holdThousand() {
    account = scene.account(5000);
    sending = scene.sending();
    desk.answer(List.of(new HoldItem(sending, account, "marketing", 1000)));
  }

  @AfterEach
  void everythingAddsUp() {
    operator.reconcile().body("balanced", is(true));
  }

  @Test
  void acceptedIsPostedOnceHoweverOftenItIsSaid() {
    String id = accepted();
    TestBroker.send(
        "facteur.messaging.events", "facteur.messaging.sending.accepted.v1", id, sendings());
    accepted();
    settleAll();
    assertBalances(4000, 0, 1000);
    assertEquals(2, scene.transfers(sending));
  }

  @Test
  void abandonedIsVoidedOnceAndGoesBack() {
    tell("sending.abandoned", sendings());
    tell("sending.abandoned", sendings());
    settleAll();
    assertBalances(5000, 0, 0);
    assertEquals(2, scene.transfers(sending));
  }

  @Test
  void abandonedBeforeItsHoldLeavesATombstone() {
    long late = scene.sending();
    tell(
        "sending.abandoned",
        "{\"sendings\":[{\"sendingId\":%d,\"serviceName\":\"%s\"}]}".formatted(late, account));
    settleAll();
    assertEquals(
        1,
        scene.number(
            "SELECT count(*) FROM hold WHERE sending_id = ? AND state = 'tombstone'", late));
  }

  @Test
  void refusedAndCancelledMessagesAreRefundedOnceEach() {
    accepted();
    refund("messages.refused", 71, 300);
    refund("messages.cancelled", 72, 200);
    refund("messages.cancelled", 71, 300);
    settleAll();
    assertBalances(4500, 0, 500);
    assertEquals(4, scene.transfers(sending));
  }

  @Test
  void refundsNeverExceedWhatWasPosted() {
    accepted();
    refund("messages.refused", 71, 700);
    refund("messages.refused", 72, 700);
    refund("messages.refused", 73, 700);
    settleAll();
    assertBalances(5000, 0, 0);
  }

  @Test
  void refundThatOvertakesItsPostingPostsFirst() {
    refund("messages.refused", 71, 300);
    settleAll();
    assertBalances(4300, 0, 700);
    accepted();
    settleAll();
    assertBalances(4300, 0, 700);
  }

  @Test
  void factsThatContradictTheLedgerMoveNothing() {
    tell("sending.abandoned", sendings());
    settleAll();
    accepted();
    refund("messages.refused", 71, 300);
    settleAll();
    assertBalances(5000, 0, 0);
  }

  @Test
  void voidAfterPostingMovesNothing() {
    accepted();
    settleAll();
    tell("sending.abandoned", sendings());
    settleAll();
    assertBalances(4000, 0, 1000);
  }

  @Test
  void oneBadSendingDoesNotKeepItsNeighbourFromBeingPosted() {
    tell(
        "sending.accepted",
        """
        {"sendings":[{"sendingId":%d,"serviceName":"sms-nobody-1","apiUser":null,"amount":1000},
        {"sendingId":%d,"serviceName":"%s","apiUser":null,"amount":1000}]}"""
            .formatted(scene.sending(), sending, account));
    settleAll();
    assertBalances(4000, 0, 1000);
  }

  @Test
  void unreadableEventDoesNotStopTheNext() {
    scene.tellOfMessaging("sending.accepted", "{\"sendings\":\"none\"}");
    scene.tellOfMessaging("sending.abandoned", "{}");
    scene.tellOfMessaging("messages.refused", "not json");
    scene.tellOfMessaging("messages.submitted", "{\"link\":\"main\",\"messages\":[]}");
    accepted();
    settleAll();
    assertBalances(4000, 0, 1000);
  }

  private String accepted() {
    return tell("sending.accepted", sendings());
  }

  private void refund(String fact, long message, long amount) {
    tell(
        fact,
        """
        {"messages":[{"messageId":%d,"sendingId":%d,"serviceName":"%s","apiUser":null,
        "settingsVersion":1,"amount":%d,"dlr":16,"ptt":23,"at":"2026-01-01T00:00:00Z"}]}"""
            .formatted(message, sending, account, amount));
  }

  private String sendings() {
    return "{\"sendings\":[{\"sendingId\":%d,\"serviceName\":\"%s\",\"amount\":1000}]}"
        .formatted(sending, account);
  }

  private String tell(String fact, String json) {
    String id = scene.tellOfMessaging(fact, json);
    told.add(id);
    return id;
  }

  /** Waits until everything that can be reacted to was reacted to. */
  private void settleAll() {
    await().atMost(LIMIT).until(() -> told.stream().allMatch(this::wasReactedTo));
  }

  private boolean wasReactedTo(String id) {
    return scene.number("SELECT count(*) FROM inbox WHERE event_id = ?", id) == 1;
  }

  private void assertBalances(long available, long held, long consumed) {
    assertEquals(available, scene.balance(account, "available"), "available");
    assertEquals(held, scene.balance(account, "held"), "held");
    assertEquals(consumed, scene.balance(account, "consumed"), "consumed");
  }
}
