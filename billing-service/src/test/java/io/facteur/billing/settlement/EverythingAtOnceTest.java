package io.facteur.billing.settlement;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.billing.Operator;
import io.facteur.billing.Scene;
import io.facteur.billing.hold.HoldDesk;
import io.facteur.billing.hold.HoldItem;
import io.facteur.testkit.FacteurStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Holds, postings, voids and refunds of the same accounts, mixed: the order of locking holds. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class EverythingAtOnceTest {

  private static final int ROUNDS = 80;
  private static final int BATCH = 12;
  private static final long START = 1_000_000;

  @Inject HoldDesk desk;
  @Inject Posting posting;
  @Inject Voiding voiding;
  @Inject Refunding refunding;
  @Inject Scene scene;
  @Inject Operator operator;

  @Test
  void mixedWorkAddsUpWithoutADeadlock() throws Exception {
    List<String> accounts =
        List.of(scene.account(START), scene.account(START), scene.account(START));
    final long before = deadlocks();
    Random random = new Random(7);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      List<HoldItem> items = items(accounts, random);
      boolean accepted = i % 3 != 0;
      work.add(() -> round(items, accepted));
    }
    ExecutorService pool = Executors.newFixedThreadPool(10);
    try {
      for (var done : pool.invokeAll(work, 60, TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(before, deadlocks());
    long all = 0;
    for (String account : accounts) {
      assertEquals(0, scene.balance(account, "held"));
      all += scene.balance(account, "available") + scene.balance(account, "consumed");
    }
    assertEquals(accounts.size() * START, all);
    operator.reconcile().body("balanced", is(true));
  }

  private Void round(List<HoldItem> items, boolean accepted) {
    desk.answer(items);
    List<SendingRef> sendings =
        items.stream().map(i -> new SendingRef(i.sendingId(), i.serviceName(), null)).toList();
    if (accepted) {
      QuarkusTransaction.requiringNew().run(() -> posting.post(sendings));
      List<MessageRefund> refunds =
          items.stream().map(i -> new MessageRefund(i.sendingId(), i.sendingId(), 4)).toList();
      QuarkusTransaction.requiringNew().run(() -> refunding.refund(refunds));
    } else {
      QuarkusTransaction.requiringNew().run(() -> voiding.giveUp(sendings));
    }
    return null;
  }

  private List<HoldItem> items(List<String> accounts, Random random) {
    List<HoldItem> items = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      String account = accounts.get(random.nextInt(accounts.size()));
      items.add(new HoldItem(scene.sending(), account, null, 10));
    }
    Collections.shuffle(items, random);
    return items;
  }

  private long deadlocks() {
    return scene.number(
        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
  }
}
