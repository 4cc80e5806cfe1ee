package io.facteur.chassis.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Reacts to an event once: the reaction and the note that it was made commit together, so a repeat
 * (after a kill, or of the relay) does nothing.
 *
 * <p>While the database is away, or two transactions collide, the reaction waits and tries again on
 * the spot; the broker does not count that against the event. Only an event that fails by itself is
 * handed back, and goes to the dead-letter queue after some redeliveries.
 */
@ApplicationScoped
public class Reactions {

  private static final Logger LOG = Logger.getLogger(Reactions.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final InboxTable inbox;
  private final EventsConfig config;
  private final List<EventBatches> batches = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  Reactions(InboxTable inbox, EventsConfig config) {
    this.inbox = inbox;
    this.config = config;
  }

  /** A process that stops waits for no database: the broker gives the event to another. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    batches.forEach(EventBatches::close);
  }

  /**
   * For a channel that carries facts about messages.
   *
   * @param name of the workers' threads
   * @param workers transactions at once
   */
  public EventBatches inBatches(String name, int workers, EventBatches.Reaction reaction) {
    EventBatches made = new EventBatches(this, config, name, workers, reaction);
    batches.add(made);
    return made;
  }

  /**
   * Runs the reaction in one transaction with the inbox row; does nothing when the event was seen
   * before. Blocks for as long as the database is away.
   *
   * @throws RuntimeException what the reaction threw, when neither a missing database nor a
   *     collision explains it
   */
  public void once(IncomingEvent event, Runnable reaction) {
    once(List.of(event), (type, fresh) -> reaction.run());
  }

  void once(List<IncomingEvent> events, EventBatches.Reaction reaction) {
    for (IncomingEvent event : events) {
      if (event.id() == null || event.source() == null) {
        throw new IllegalArgumentException("event without id or source: " + event);
      }
    }
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        QuarkusTransaction.requiringNew().call(() -> reactToNew(events, reaction));
        return;
      } catch (RuntimeException problem) {
        if (stopping || !DatabaseFaults.passes(problem)) {
          LOG.errorf(problem, "fact=reaction-failed events=%s", events);
          throw problem;
        }
        LOG.warnf("fact=reaction-waits events=%s pause=%s reason=%s", events, pause, problem);
        DatabaseFaults.pause(pause);
        pause = longer(pause);
      }
    }
  }

  boolean isStopping() {
    return stopping;
  }

  private Void reactToNew(List<IncomingEvent> events, EventBatches.Reaction reaction)
      throws Exception {
    List<IncomingEvent> fresh = inbox.insert(events);
    if (!fresh.isEmpty()) {
      reaction.to(fresh.get(0).type(), fresh);
    }
    return null;
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
