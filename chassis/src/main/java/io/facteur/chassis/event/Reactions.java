package io.facteur.chassis.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
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
  private volatile boolean stopping;

  Reactions(InboxTable inbox) {
    this.inbox = inbox;
  }

  /** A process that stops waits for no database: the broker gives the event to another. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Runs the reaction in one transaction with the inbox row; does nothing when the event was seen
   * before. Blocks for as long as the database is away.
   *
   * @throws RuntimeException what the reaction threw, when neither a missing database nor a
   *     collision explains it
   */
  public void once(IncomingEvent event, Runnable reaction) {
    if (event.id() == null || event.source() == null) {
      throw new IllegalArgumentException("event without id or source: " + event);
    }
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        QuarkusTransaction.requiringNew().run(() -> reactIfNew(event, reaction));
        return;
      } catch (RuntimeException problem) {
        if (stopping || !DatabaseFaults.passes(problem)) {
          LOG.errorf(problem, "fact=reaction-failed event=%s", event);
          throw problem;
        }
        LOG.warnf("fact=reaction-waits event=%s pause=%s reason=%s", event, pause, problem);
        DatabaseFaults.pause(pause);
        pause = longer(pause);
      }
    }
  }

  private void reactIfNew(IncomingEvent event, Runnable reaction) {
    if (inbox.insert(event)) {
      reaction.run();
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
