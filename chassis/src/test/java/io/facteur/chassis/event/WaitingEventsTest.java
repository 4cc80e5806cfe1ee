package io.facteur.chassis.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class WaitingEventsTest {

  private static final int CAPACITY = 4;
  private static final int BATCH_BYTES = 100;

  private final WaitingEvents waiting = new WaitingEvents(CAPACITY, BATCH_BYTES);

  @Test
  void takesEventsOfOneTypeTogetherInTheirOrder() throws Exception {
    add("1", "receipts", 10);
    add("2", "submitted", 10);
    add("3", "receipts", 10);

    assertEquals(List.of("1", "3"), takenIds());
    assertEquals(List.of("2"), takenIds());
  }

  @Test
  void keepsABatchWithinItsBytes() throws Exception {
    add("1", "receipts", 60);
    add("2", "receipts", 60);
    add("3", "receipts", 30);

    assertEquals(List.of("1", "3"), takenIds());
    assertEquals(List.of("2"), takenIds());
  }

  @Test
  void takesAnEventThatIsLargerThanABatchAlone() throws Exception {
    add("1", "receipts", 500);
    add("2", "receipts", 1);

    assertEquals(List.of("1"), takenIds());
    assertEquals(List.of("2"), takenIds());
  }

  @Test
  void asksForNoMoreWhileItIsFull() throws Exception {
    for (int i = 1; i < CAPACITY; i++) {
      assertTrue(add("" + i, "receipts", 1).toCompletableFuture().isDone());
    }
    CompletableFuture<Void> room = add("last", "receipts", 1).toCompletableFuture();
    assertFalse(room.isDone());

    assertEquals(CAPACITY, takenIds().size());
    assertTrue(room.isDone());
  }

  @Test
  void countsTheBytesThatWaitToo() {
    CompletableFuture<Void> room = add("1", "receipts", 10 * BATCH_BYTES).toCompletableFuture();

    assertFalse(room.isDone());
  }

  @Test
  void waitsForMoreUntilTheBatchIsFull() throws Exception {
    long inAnHour = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
    add("1", "receipts", BATCH_BYTES / 2);
    CompletableFuture<Integer> taken = new CompletableFuture<>();
    Thread worker = new Thread(() -> complete(taken, inAnHour));
    worker.start();
    while (worker.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertFalse(taken.isDone());

    add("2", "receipts", BATCH_BYTES / 2);
    assertEquals(2, taken.get(10, TimeUnit.SECONDS));
  }

  @Test
  void letsItsWorkersGoWhenItCloses() {
    add("1", "receipts", 1);
    waiting.close();

    List<String> taken = assertTimeoutPreemptively(Duration.ofSeconds(10), this::takenIds);
    assertEquals(List.of(), taken);
  }

  private void complete(CompletableFuture<Integer> taken, long notBefore) {
    try {
      taken.complete(waiting.take(notBefore).size());
    } catch (InterruptedException stopped) {
      taken.completeExceptionally(stopped);
    }
  }

  private CompletionStage<Void> add(String id, String type, int bytes) {
    byte[] body = new byte[bytes];
    return waiting.add(
        Message.of(new IncomingEvent(id, "facteur/test", type, body, new ObjectMapper())));
  }

  private List<String> takenIds() throws InterruptedException {
    return waiting.take(System.nanoTime()).stream().map(e -> e.getPayload().id()).toList();
  }
}
