package io.facteur.chassis.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Events that wait for a worker, in the order in which they came. */
final class WaitingEvents {

  /** Full batches that may wait, so that large events do not fill the memory. */
  private static final int BATCHES_WAITING = 8;

  private final int capacity;
  private final int batchBytes;
  private final Deque<Message<IncomingEvent>> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
  private long waitingBytes;
  private boolean closed;

  /**
   * Nothing waits yet.
   *
   * @param capacity events that may wait; beyond it the broker is asked for no more
   * @param batchBytes bodies of one batch, together; a larger event is a batch of its own
   */
  WaitingEvents(int capacity, int batchBytes) {
    this.capacity = capacity;
    this.batchBytes = batchBytes;
  }

  synchronized CompletionStage<Void> add(Message<IncomingEvent> event) {
    waiting.add(event);
    waitingBytes += event.getPayload().size();
    notifyAll();
    if (isFull() && room.isDone()) {
      room = new CompletableFuture<>();
    }
    return room;
  }

  /**
   * Waits for events, and takes those that share the type of the first; empty at the end.
   *
   * @param notBefore on the clock of {@link System#nanoTime}; a full batch goes earlier
   */
  List<Message<IncomingEvent>> take(long notBefore) throws InterruptedException {
    List<Message<IncomingEvent>> batch;
    CompletableFuture<Void> roomAgain;
    synchronized (this) {
      awaitEvents(notBefore);
      if (closed) {
        return List.of();
      }
      batch = takeBatch();
      roomAgain = isFull() ? new CompletableFuture<>() : room;
    }
    roomAgain.complete(null);
    return batch;
  }

  private void awaitEvents(long notBefore) throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    long left = TimeUnit.NANOSECONDS.toMillis(notBefore - System.nanoTime());
    while (left > 0 && waitingBytes < batchBytes && !isFull() && !closed) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(notBefore - System.nanoTime());
    }
    if (waiting.isEmpty() && !closed) {
      awaitEvents(notBefore);
    }
  }

  /** What is left goes back to the broker with the connection. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  private boolean isFull() {
    return waiting.size() >= capacity || waitingBytes >= (long) batchBytes * BATCHES_WAITING;
  }

  private List<Message<IncomingEvent>> takeBatch() {
    List<Message<IncomingEvent>> batch = new ArrayList<>();
    String type = waiting.getFirst().getPayload().type();
    int bytes = 0;
    Iterator<Message<IncomingEvent>> all = waiting.iterator();
    while (all.hasNext() && bytes < batchBytes) {
      Message<IncomingEvent> next = all.next();
      int size = next.getPayload().size();
      if (next.getPayload().type().equals(type) && (bytes == 0 || bytes + size <= batchBytes)) {
        batch.add(next);
        bytes += Math.max(1, size);
        waitingBytes -= size;
        all.remove();
      }
    }
    return batch;
  }
}
