package io.facteur.dlr.callback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes due calls from the database as there is room for them: retries, what other instances gave
 * back, and what did not fit into memory when it came up.
 */
@ApplicationScoped
class Claimer {

  /** Calls claimed per lane and round, so that no transaction grows large. */
  private static final int PER_LANE = 500;

  private static final Logger LOG = Logger.getLogger(Claimer.class);

  private final ClaimTable table;
  private final Dispatcher dispatcher;
  private final InstanceLease lease;
  private final CallbackConfig config;
  private final Clock clock;
  private final Thread thread = new Thread(this::run, "callback-claims");
  private volatile boolean stopping;

  Claimer(
      ClaimTable table,
      Dispatcher dispatcher,
      InstanceLease lease,
      CallbackConfig config,
      Clock clock) {
    this.table = table;
    this.dispatcher = dispatcher;
    this.lease = lease;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    thread.interrupt();
  }

  private void run() {
    while (!stopping) {
      try {
        boolean more = dispatcher.room() > 0 && claim();
        TimeUnit.MILLISECONDS.sleep(more ? 20 : config.poll().toMillis());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException problem) {
        if (!stopping) {
          LOG.warnf("fact=callback-claims-wait reason=%s", problem);
          pause();
        }
      }
    }
  }

  /** Whether there may be more to claim right away. */
  private boolean claim() {
    Instant now = clock.instant();
    List<String> due = QuarkusTransaction.requiringNew().call(() -> table.lanes(now));
    Map<String, Integer> rooms = new TreeMap<>();
    for (String lane : due) {
      int granted = dispatcher.reserve(lane, PER_LANE);
      if (granted > 0) {
        rooms.put(lane, granted);
      }
    }
    return !rooms.isEmpty() && claim(rooms, now);
  }

  private boolean claim(Map<String, Integer> rooms, Instant now) {
    Map<String, Integer> unused = new HashMap<>(rooms);
    try {
      List<Callback> claimed = QuarkusTransaction.requiringNew().call(() -> take(rooms, now));
      claimed.forEach(each -> unused.merge(each.lane(), -1, Integer::sum));
      dispatcher.offer(claimed);
      return unused.values().stream().anyMatch(count -> count == 0);
    } finally {
      unused.forEach(dispatcher::release);
    }
  }

  private List<Callback> take(Map<String, Integer> rooms, Instant now) throws SQLException {
    return table.claim(lease.epoch(), rooms, now);
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
