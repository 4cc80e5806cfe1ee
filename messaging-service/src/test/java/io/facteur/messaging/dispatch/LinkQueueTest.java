package io.facteur.messaging.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LinkQueueTest {

  private static final int CAPACITY = 10;

  private final LinkQueue queue = new LinkQueue(CAPACITY, new HashSet<>());

  @Test
  void grantsNoMoreRoomThanItHas() {
    assertEquals(7, queue.reserve(7));
    assertEquals(3, queue.reserve(7));
    assertEquals(0, queue.reserve(1));
  }

  /** After a commit that failed: nothing comes, and the room is free again. */
  @Test
  void wakesWhoWaitsForRoomThatWasReservedForNothing() throws Exception {
    assertEquals(CAPACITY, queue.reserve(CAPACITY));
    CompletableFuture<Integer> room = new CompletableFuture<>();
    Thread claimer =
        new Thread(
            () -> {
              try {
                queue.awaitRoom();
                room.complete(queue.reserve(Integer.MAX_VALUE));
              } catch (InterruptedException stopped) {
                room.completeExceptionally(stopped);
              }
            });
    claimer.start();
    while (claimer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    queue.fill(CAPACITY, List.of());

    assertEquals(CAPACITY, room.get(10, TimeUnit.SECONDS));
  }
}
