package io.facteur.chassis.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Reacts to the events of one channel in batches: those that come while a transaction commits share
 * the next one, so that a batch grows with the load and a single event waits for nobody. A batch
 * that fails is tried again event by event, so that a bad one fails alone. The broker is told of
 * each event after its commit.
 *
 * <p>For methods such as {@code @Incoming @Acknowledgment(MANUAL) CompletionStage<Void>
 * on(Message<IncomingEvent> event)}. With several workers or replicas events come in any order.
 */
public final class EventBatches {

  private static final Logger LOG = Logger.getLogger(EventBatches.class);
  private static final long STOP_MILLIS = 3_000;

  private final Reactions reactions;
  private final Reaction reaction;
  private final WaitingEvents waiting;
  private final long paceNanos;
  private final List<Thread> workers = new ArrayList<>();

  /** What is done about events of one type, in the transaction of the caller. */
  @FunctionalInterface
  public interface Reaction {

    /**
     * Reacts.
     *
     * @param type of all of them
     * @param events none that this service has reacted to before; at least one
     */
    void to(String type, List<IncomingEvent> events) throws Exception;
  }

  EventBatches(
      Reactions reactions, EventsConfig config, String name, int workers, Reaction reaction) {
    this.reactions = reactions;
    this.reaction = reaction;
    this.waiting = new WaitingEvents(config.waitingEvents(), config.batchBytes());
    this.paceNanos = config.pace().toNanos();
    for (int i = 0; i < workers; i++) {
      Thread worker = new Thread(this::run, name + "-" + i);
      worker.setDaemon(true);
      worker.start();
      this.workers.add(worker);
    }
  }

  /** Returns at once; the stage completes when there is room for another event. */
  public CompletionStage<Void> add(Message<IncomingEvent> event) {
    return waiting.add(event);
  }

  /** Takes no more; ends when what is under way has committed, or after a few seconds. */
  void close() {
    waiting.close();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
    try {
      for (Thread worker : workers) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        worker.join(Math.max(1, left));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      List<Message<IncomingEvent>> batch = waiting.take(System.nanoTime());
      while (!batch.isEmpty()) {
        long next = System.nanoTime() + paceNanos;
        react(batch);
        batch = waiting.take(next);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void react(List<Message<IncomingEvent>> batch) {
    try {
      reactions.once(batch.stream().map(Message::getPayload).toList(), reaction);
      batch.forEach(event -> settle(event::ack));
    } catch (RuntimeException | Error problem) {
      if (reactions.isStopping()) {
        return; // Neither: the broker has them back with the connection, and counts no failure.
      }
      if (batch.size() == 1) {
        settle(() -> batch.get(0).nack(problem));
      } else {
        batch.forEach(event -> react(List.of(event)));
      }
    }
  }

  /** A lost connection settles nothing: the broker sends the event again, the inbox notices. */
  private static void settle(Supplier<CompletionStage<Void>> answer) {
    try {
      var unused = answer.get();
    } catch (RuntimeException notSettled) {
      LOG.warnf("fact=event-not-settled reason=%s", notSettled);
    }
  }
}
