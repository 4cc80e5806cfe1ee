package io.facteur.messaging.dispatch;

import io.facteur.messaging.dispatch.Refusals.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What the dispatcher does by the clock: renew its epoch, follow the links, wake and expire rows.
 */
@ApplicationScoped
public class DispatchClock {

  private static final Logger LOG = Logger.getLogger(DispatchClock.class);
  private static final int ROWS = 500;
  private static final long LINKS_MILLIS = 1_000;
  private static final long EXPIRE_MILLIS = 5_000;

  private final Dispatcher dispatcher;
  private final Epoch epoch;
  private final WakeTable wake;
  private final Refusals refusals;
  private final OrphanedClaims orphans;
  private final DispatchConfig config;

  /** Renewals have a thread of their own: nothing slow may come between them. */
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(named("epoch"));

  private final ScheduledExecutorService chores =
      Executors.newScheduledThreadPool(2, named("dispatch-clock"));

  DispatchClock(
      Dispatcher dispatcher,
      Epoch epoch,
      WakeTable wake,
      Refusals refusals,
      OrphanedClaims orphans,
      DispatchConfig config) {
    this.dispatcher = dispatcher;
    this.epoch = epoch;
    this.wake = wake;
    this.refusals = refusals;
    this.orphans = orphans;
    this.config = config;
  }

  void start(@Observes StartupEvent event) throws SQLException {
    epoch.begin();
    every(renewals, config.renewEvery().toMillis(), this::renew);
    every(chores, LINKS_MILLIS, dispatcher::refresh);
    every(chores, config.wakeEvery().toMillis(), this::wakeDue);
    every(chores, EXPIRE_MILLIS, this::expireOverdue);
    every(chores, EXPIRE_MILLIS, orphans::sweep);
  }

  void stop(@Observes ShutdownEvent event) throws SQLException, InterruptedException {
    chores.shutdownNow();
    chores.awaitTermination(1, TimeUnit.SECONDS);
    dispatcher.stopAll();
    renewals.shutdownNow();
    epoch.end();
  }

  private void renew() throws SQLException {
    if (!epoch.renew()) {
      LOG.warn("fact=epoch-lost reason=taken-for-dead");
      dispatcher.forgetClaims();
      epoch.begin();
    }
  }

  private void wakeDue() {
    int woken = QuarkusTransaction.requiringNew().call(() -> wake.wake(ROWS));
    if (woken > 0) {
      dispatcher.nudgeAll();
    }
  }

  private void expireOverdue() {
    int taken;
    do {
      taken = QuarkusTransaction.requiringNew().call(this::refuseExpired);
    } while (taken == ROWS);
  }

  private int refuseExpired() throws SQLException {
    List<Refused> expired = wake.takeExpired(ROWS);
    refusals.write(expired);
    return expired.size();
  }

  private static void every(ScheduledExecutorService executor, long millis, Chore chore) {
    var unused =
        executor.scheduleWithFixedDelay(() -> run(chore), 0, millis, TimeUnit.MILLISECONDS);
  }

  /** A chore that fails is done again at its next turn; an exception would end its schedule. */
  private static void run(Chore chore) {
    try {
      chore.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException problem) {
      LOG.warnf("fact=chore-waits reason=%s", problem);
    }
  }

  private static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Work that may fail. */
  private interface Chore {
    void run() throws SQLException, InterruptedException;
  }
}
