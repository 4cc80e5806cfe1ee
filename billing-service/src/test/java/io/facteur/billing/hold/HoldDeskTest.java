package io.facteur.billing.hold;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.billing.Operator;
import io.facteur.billing.Scene;
import io.facteur.billing.settlement.SendingRef;
import io.facteur.billing.settlement.Voiding;
import io.facteur.testkit.FacteurStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class HoldDeskTest {

  @Inject HoldDesk desk;
  @Inject Voiding voiding;
  @Inject Scene scene;
  @Inject Operator operator;

  @Test
  void movesWhatItHoldsFromAvailableToHeld() {
    String account = scene.account(1000);
    HoldAnswer answer = hold(scene.sending(), account, 400);
    assertEquals(HoldOutcome.HELD, answer.outcome());
    assertEquals(600, answer.available());
    assertEquals(600, scene.balance(account, "available"));
    assertEquals(400, scene.balance(account, "held"));
  }

  @Test
  void refusesMoreThanTheBalanceAndKeepsTheReason() {
    String account = scene.account(1000);
    long sending = scene.sending();
    assertEquals(HoldOutcome.NO_CREDIT, hold(sending, account, 1001).outcome());
    operator.grant(account, "10", "\"top-up of " + account + "\"").statusCode(200);
    assertEquals(HoldOutcome.NO_CREDIT, hold(sending, account, 1001).outcome());
    assertEquals(0, scene.transfers(sending));
  }

  @Test
  void repeatedHoldGetsTheSameAnswerAndMovesNothing() {
    String account = scene.account(1000);
    long sending = scene.sending();
    HoldAnswer first = hold(sending, account, 400);
    hold(scene.sending(), account, 100);
    assertEquals(first, hold(sending, account, 400));
    assertEquals(500, scene.balance(account, "available"));
    assertEquals(1, scene.transfers(sending));
  }

  @Test
  void holdThatCostsNothingIsHeldWithoutATransfer() {
    String account = scene.account(1000);
    long sending = scene.sending();
    assertEquals(HoldOutcome.HELD, hold(sending, account, 0).outcome());
    assertEquals(0, scene.transfers(sending));
  }

  @Test
  void tombstoneRefusesTheHoldThatComesLate() {
    String account = scene.account(1000);
    long sending = scene.sending();
    QuarkusTransaction.requiringNew()
        .run(() -> voiding.giveUp(List.of(new SendingRef(sending, account, null))));
    assertEquals(HoldOutcome.VOIDED, hold(sending, account, 400).outcome());
    assertEquals(1000, scene.balance(account, "available"));
  }

  @Test
  void accountThatBillingHasNotHeardOfIsUnknownAlsoWhenAskedAgain() {
    String account = scene.unknownAccount();
    long sending = scene.sending();
    assertEquals(HoldOutcome.UNKNOWN_ACCOUNT, hold(sending, account, 400).outcome());
    assertEquals(HoldOutcome.UNKNOWN_ACCOUNT, hold(sending, account, 400).outcome());
  }

  @Test
  void idFarBeyondThePartitionsMadeSoFarFindsItsOwn() {
    String account = scene.account(1000);
    long sending = 9_000_000_000_000_000L + scene.sending();
    assertEquals(HoldOutcome.HELD, hold(sending, account, 400).outcome());
  }

  @Test
  void manyAtOnceNeverSpendMoreThanThereIs() throws Exception {
    String account = scene.account(100_000);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<HoldItem> batch = new ArrayList<>();
      for (int j = 0; j < 5; j++) {
        batch.add(new HoldItem(scene.sending(), account, null, 700));
      }
      work.add(() -> held(batch));
    }
    int held = atOnce(work, 12);
    assertEquals(100_000 / 700, held);
    assertEquals(100_000 % 700, scene.balance(account, "available"));
    assertEquals(held * 700L, scene.balance(account, "held"));
    operator.reconcile().body("balanced", is(true));
  }

  @Test
  void sameSendingAskedByManyAtOncePaysOnce() throws Exception {
    String account = scene.account(1000);
    long sending = scene.sending();
    HoldItem item = new HoldItem(sending, account, null, 400);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      work.add(() -> held(List.of(item)));
    }
    assertEquals(24, atOnce(work, 8));
    assertEquals(1, scene.transfers(sending));
    assertEquals(600, scene.balance(account, "available"));
  }

  @Test
  void batchesThatNameTheSameAccountsInOppositeOrderDoNotDeadlock() throws Exception {
    String one = scene.account(1_000_000);
    String other = scene.account(1_000_000);
    long deadlocks = deadlocks();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      HoldItem first = new HoldItem(scene.sending(), i % 2 == 0 ? one : other, null, 10);
      HoldItem second = new HoldItem(scene.sending(), i % 2 == 0 ? other : one, null, 10);
      work.add(() -> held(List.of(first, second)));
    }
    assertEquals(200, atOnce(work, 10));
    assertEquals(999_000, scene.balance(one, "available"));
    assertEquals(999_000, scene.balance(other, "available"));
    assertEquals(deadlocks, deadlocks());
  }

  @Test
  void holdsAndVoidsOfTheSameSendingsAtOnceLeaveNothingHeld() throws Exception {
    String account = scene.account(1_000_000);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      HoldItem item = new HoldItem(scene.sending(), account, null, 10);
      work.add(() -> held(List.of(item)));
      work.add(() -> giveUp(item));
    }
    atOnce(work, 10);
    assertEquals(0, scene.balance(account, "held"));
    assertEquals(1_000_000, scene.balance(account, "available"));
  }

  private HoldAnswer hold(long sending, String account, long amount) {
    return desk.answer(List.of(new HoldItem(sending, account, null, amount))).get(sending);
  }

  private int held(List<HoldItem> batch) {
    return (int)
        desk.answer(batch).values().stream()
            .filter(answer -> answer.outcome() == HoldOutcome.HELD)
            .count();
  }

  private int giveUp(HoldItem item) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                voiding.giveUp(
                    List.of(new SendingRef(item.sendingId(), item.serviceName(), null))));
    return 0;
  }

  private long deadlocks() {
    return scene.number(
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
  }

  private static int atOnce(List<Callable<Integer>> work, int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      int sum = 0;
      for (Future<Integer> result : pool.invokeAll(work, 60, TimeUnit.SECONDS)) {
        sum += result.get();
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }
}
