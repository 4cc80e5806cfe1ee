package io.facteur.billing.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where requests wait while the workers are busy: the next free worker takes as many as fit into
 * one transaction, so batches grow with the load and a single request waits for nobody.
 */
@ApplicationScoped
class WaitingRequests {

  private final HoldsConfig config;
  private final Deque<PendingRequest> waiting = new ArrayDeque<>();
  private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);
  private boolean closed;

  WaitingRequests(HoldsConfig config) {
    this.config = config;
  }

  /** Adds a request; the stage completes when there is room for another. */
  synchronized CompletionStage<Void> add(PendingRequest request) {
    waiting.add(request);
    notifyAll();
    if (waiting.size() >= config.waitingRequests() && room.isDone()) {
      room = new CompletableFuture<>();
    }
    return room;
  }

  /** Waits for work; an empty list says that there will be no more. */
  List<PendingRequest> take() throws InterruptedException {
    List<PendingRequest> batch = new ArrayList<>();
    CompletableFuture<Void> roomAgain;
    synchronized (this) {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
      int items = 0;
      while (!waiting.isEmpty()
          && (batch.isEmpty() || items + waiting.peek().size() <= config.batchItems())) {
        items += waiting.peek().size();
        batch.add(waiting.poll());
      }
      roomAgain = waiting.size() < config.waitingRequests() ? room : null;
    }
    if (roomAgain != null) {
      roomAgain.complete(null);
    }
    return batch;
  }

  synchronized int size() {
    return waiting.size();
  }

  /** Lets the workers go once everything that waits is taken. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
