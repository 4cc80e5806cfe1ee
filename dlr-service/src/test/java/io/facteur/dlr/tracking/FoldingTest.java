package io.facteur.dlr.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.chassis.partition.Partitions;
import io.facteur.dlr.ptt.DeliveryState;
import io.facteur.testkit.FacteurStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folding on a real database, without the broker. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class FoldingTest {

  @Inject Folding folding;
  @Inject Database database;
  @Inject Partitions partitions;
  @Inject UnmatchedTable unmatched;

  @ParameterizedTest
  @MethodSource("io.facteur.dlr.tracking.Scenario#all")
  void endsTheSameInEveryOrder(Scenario scenario) throws Exception {
    for (List<Fact> order : scenario.orders()) {
      MessageKey key = Messaging.newMessage();
      partitions.cover(key.sendingId());
      for (Fact fact : order) {
        apply(key, fact);
      }
      assertEquals(Optional.of(scenario.end()), database.state(key), () -> "in the order " + order);
    }
  }

  @Test
  void foldsWholeBatchesFromManyThreadsWithoutLosingOrLockingUp() throws Exception {
    int count = 2_000;
    List<SubmittedBatch.Item> submissions = new ArrayList<>();
    List<ReceiptsBatch.Receipt> receipts = new ArrayList<>();
    List<MessageKey> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      MessageKey key = Messaging.newMessage();
      keys.add(key);
      for (int segment = 0; segment < 2; segment++) {
        String id = key.messageId() + "s" + segment;
        submissions.add(Messaging.item(key, segment, 2, id, Scenario.NOW.plusSeconds(100_000_000)));
        receipts.add(Messaging.receipt(id, "DELIVRD", "000"));
        receipts.add(Messaging.receipt(id, "DELIVRD", "000"));
      }
    }
    partitions.cover(keys.get(0).sendingId());
    Collections.shuffle(submissions, new Random(1));
    Collections.shuffle(receipts, new Random(2));

    List<Callable<Void>> work = new ArrayList<>();
    for (List<SubmittedBatch.Item> batch : chunks(submissions, 100)) {
      work.add(() -> inTransaction(() -> folding.submitted("main", batch)));
    }
    for (List<ReceiptsBatch.Receipt> batch : chunks(receipts, 100)) {
      work.add(() -> inTransaction(() -> folding.received("main", batch)));
    }
    Collections.shuffle(work, new Random(3));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> done : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }

    for (MessageKey key : keys) {
      assertEquals(Optional.of(DeliveryState.DELIVERED), database.state(key));
    }
  }

  @Test
  void readsAnOperatorsIdPerLink() throws Exception {
    MessageKey one = Messaging.newMessage();
    MessageKey other = Messaging.newMessage();
    partitions.cover(one.sendingId());
    String id = "same" + one.messageId();
    inTransaction(() -> folding.submitted("north", List.of(Messaging.item(one, id))));
    inTransaction(() -> folding.submitted("south", List.of(Messaging.item(other, id))));
    inTransaction(
        () -> folding.received("south", List.of(Messaging.receipt(id, "UNDELIV", "024"))));

    assertEquals(Optional.of(DeliveryState.SUBMITTED), database.state(one));
    assertEquals(Optional.of(DeliveryState.failed(24)), database.state(other));
  }

  @Test
  void givesAnIdThatIsUsedAgainToTheNewerMessage() throws Exception {
    MessageKey older = Messaging.newMessage();
    MessageKey newer = Messaging.newMessage();
    partitions.cover(older.sendingId());
    String id = "again" + older.messageId();
    inTransaction(() -> folding.submitted("main", List.of(Messaging.item(older, id))));
    inTransaction(() -> folding.submitted("main", List.of(Messaging.item(newer, id))));
    inTransaction(() -> folding.received("main", List.of(Messaging.receipt(id, "DELIVRD", "000"))));

    assertEquals(Optional.of(DeliveryState.SUBMITTED), database.state(older));
    assertEquals(Optional.of(DeliveryState.DELIVERED), database.state(newer));
  }

  @Test
  void forgetsAReceiptThatIsMuchOlderThanItsSubmission() throws Exception {
    MessageKey key = Messaging.newMessage();
    partitions.cover(key.sendingId());
    String id = "stale" + key.messageId();
    inTransaction(() -> folding.received("main", List.of(Messaging.receipt(id, "DELIVRD", "000"))));
    database.number(
        "WITH u AS (UPDATE receipt_match SET received_at = now() - interval '1 hour'"
            + " WHERE operator_id = ? RETURNING 1) SELECT count(*) FROM u",
        id);
    inTransaction(() -> folding.submitted("main", List.of(Messaging.item(key, id))));

    assertEquals(Optional.of(DeliveryState.SUBMITTED), database.state(key));
  }

  @Test
  void keepsAndListsWhatMatchesNothing() throws Exception {
    String id = "nobody" + Messaging.newId();
    inTransaction(() -> folding.received("main", List.of(Messaging.receipt(id, "UNDELIV", "0AF"))));
    inTransaction(() -> folding.received("main", List.of(Messaging.receipt(id, "DELIVRD", "000"))));

    Unmatched found =
        unmatched.list(1_000).stream()
            .filter(each -> each.operatorId().equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals("main", found.link());
    assertEquals(
        List.of("UNDELIV 0AF", "DELIVRD 000"),
        found.receipts().stream().map(each -> each.stat() + " " + each.err()).toList());
  }

  private void apply(MessageKey key, Fact fact) throws Exception {
    if (fact instanceof Fact.Submitted submitted) {
      SubmittedBatch.Item item =
          Messaging.item(
              key,
              submitted.segment(),
              submitted.segments(),
              submitted.operatorId() == null ? null : submitted.operatorId() + key.messageId(),
              java.time.Instant.now().plusSeconds(3_600));
      inTransaction(() -> folding.submitted("main", List.of(item)));
    } else if (fact instanceof Fact.Reported reported) {
      String id = reported.operatorId() + key.messageId();
      inTransaction(() -> folding.received("main", List.of(receipt(id, reported.state()))));
    } else if (fact instanceof Fact.Refused refused) {
      RefusedBatch.Item item =
          new RefusedBatch.Item(
              key.messageId(),
              key.sendingId(),
              "sms-fa00001-1",
              null,
              1,
              refused.state().ptt(),
              refused.at());
      inTransaction(() -> folding.refused(List.of(item)));
    }
  }

  private static ReceiptsBatch.Receipt receipt(String id, DeliveryState state) {
    String stat = state.isDelivered() ? "DELIVRD" : state.dlr() == 4 ? "ENROUTE" : "UNDELIV";
    return Messaging.receipt(id, stat, Integer.toString(state.ptt()));
  }

  private static <T> List<List<T>> chunks(List<T> all, int size) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return chunks;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static Void inTransaction(Work work) throws Exception {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              work.run();
              return null;
            });
  }
}
