package io.facteur.chassis.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The only sender of events: takes rows from the outbox, and deletes them in the same transaction
 * once the broker has stored them. Killed in between it sends them again; the inbox of the other
 * side notices. Replicas share the work, each skipping what another has locked.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private final OutboxTable table;
  private final EventSender sender;
  private final EventsConfig config;
  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private volatile boolean stopping;

  OutboxRelay(OutboxTable table, EventSender sender, EventsConfig config, MeterRegistry meters) {
    this.table = table;
    this.sender = sender;
    this.config = config;
    Gauge.builder("facteur.outbox.rows", this, relay -> relay.backlog()[0]).register(meters);
    Gauge.builder("facteur.outbox.age.seconds", this, relay -> relay.backlog()[1]).register(meters);
  }

  /** Says that a row was committed; the relay looks at once instead of at its next poll. */
  void nudge() {
    nudges.release();
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    nudges.release();
    thread.join(config.sendTimeout().toMillis());
  }

  private void run() {
    while (!stopping) {
      try {
        long next = System.nanoTime() + config.pace().toNanos();
        boolean more = QuarkusTransaction.requiringNew().call(this::relayBatch);
        if (!more) {
          awaitNudge();
          TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException problem) {
        LOG.warnf("fact=relay-waits reason=%s", problem);
        pause();
      }
    }
  }

  /** Whether there may be more to send right away. */
  private boolean relayBatch() throws Exception {
    List<OutboxTable.Row> rows = table.lockUnsent(config.relayBatch());
    if (rows.isEmpty()) {
      return false;
    }
    List<Long> stored = sender.send(rows);
    if (!stored.isEmpty()) {
      table.delete(stored);
    }
    return stored.size() == config.relayBatch();
  }

  private void awaitNudge() throws InterruptedException {
    boolean nudged = nudges.tryAcquire(config.relayPoll().toMillis(), TimeUnit.MILLISECONDS);
    if (nudged) {
      nudges.drainPermits();
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(config.relayPoll().toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private double[] backlog() {
    try {
      return table.backlog();
    } catch (java.sql.SQLException away) {
      return new double[] {Double.NaN, Double.NaN};
    }
  }
}
