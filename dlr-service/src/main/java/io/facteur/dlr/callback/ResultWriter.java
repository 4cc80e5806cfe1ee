package io.facteur.dlr.callback;

import io.facteur.dlr.settings.SettingsTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Notes how calls ended, as many in one transaction as have ended during the one before. A kill
 * before the note repeats the call; its {@code webhook-id} tells. The room of a call is free only
 * when it is noted, so what a kill can repeat is bounded by the capacity.
 */
@ApplicationScoped
class ResultWriter {

  private static final int BATCH = 500;
  private static final int LONGEST_PROBLEM = 500;
  private static final Logger LOG = Logger.getLogger(ResultWriter.class);

  private final ResultTable table;
  private final SettingsTable settings;
  private final InstanceLease lease;
  private final RetrySchedule schedule;
  private final Clock clock;
  private final MeterRegistry meters;
  private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::run, "callback-results");
  private volatile boolean stopping;

  ResultWriter(
      ResultTable table,
      SettingsTable settings,
      InstanceLease lease,
      CallbackConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.table = table;
    this.settings = settings;
    this.lease = lease;
    this.clock = clock;
    this.meters = meters;
    this.schedule =
        new RetrySchedule(
            config.retries(),
            config.jitter(),
            config.maxRetryAfter(),
            () -> ThreadLocalRandom.current().nextLong());
  }

  /** Takes a result over; does not block. */
  void add(Result result) {
    results.add(result);
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    thread.join(TimeUnit.SECONDS.toMillis(2));
  }

  private void run() {
    List<Result> batch = new ArrayList<>();
    while (!stopping || !results.isEmpty()) {
      try {
        if (batch.isEmpty()) {
          take(batch);
        }
        if (!batch.isEmpty()) {
          QuarkusTransaction.requiringNew().run(() -> write(batch));
          batch.forEach(this::noted);
          batch.clear();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException problem) {
        LOG.warnf("fact=callback-results-wait count=%d reason=%s", batch.size(), problem);
        pause();
      }
    }
  }

  private void take(List<Result> batch) throws InterruptedException {
    Result first = results.poll(200, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      results.drainTo(batch, BATCH - 1);
      batch.sort(Comparator.comparing(result -> result.callback().key()));
    }
  }

  private void noted(Result result) {
    result.lane().release(1);
    String outcome = result.outcome().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    meters.counter("facteur.callbacks.attempts", "outcome", outcome).increment();
  }

  private void write(List<Result> batch) {
    Instant now = clock.instant();
    List<CallbackKey> delivered = new ArrayList<>();
    List<ResultTable.Next> others = new ArrayList<>();
    for (Result result : batch) {
      if (result.outcome() instanceof Outcome.Delivered) {
        delivered.add(result.callback().key());
      } else {
        others.add(next(result.callback(), result.outcome(), now));
      }
    }
    try {
      if (!delivered.isEmpty()) {
        table.delete(delivered);
      }
      if (!others.isEmpty()) {
        table.update(others, lease.epoch());
        giveUpWhatIsGone(batch);
      }
    } catch (SQLException problem) {
      throw new CallbackException(problem);
    }
  }

  private ResultTable.Next next(Callback callback, Outcome outcome, Instant now) {
    CallbackKey key = callback.key();
    int attempts = callback.attempts() + 1;
    if (outcome instanceof Outcome.Failed failed) {
      String problem = shortened(failed.problem());
      Optional<Instant> again = schedule.pause(attempts, failed.retryAfter()).map(now::plus);
      if (again.isEmpty()) {
        LOG.infof("fact=callback-given-up callback=%s attempts=%d", key, attempts);
      }
      String state = again.isPresent() ? "due" : "dead";
      return new ResultTable.Next(key, state, attempts, again.orElse(null), problem);
    }
    return outcome instanceof Outcome.Gone
        ? new ResultTable.Next(key, "dead", attempts, null, Problems.GONE)
        : new ResultTable.Next(key, "due", callback.attempts(), null, null);
  }

  private void giveUpWhatIsGone(List<Result> batch) throws SQLException {
    record Endpoint(String serviceName, String url) {}
    List<Endpoint> gone =
        batch.stream()
            .filter(result -> result.outcome() instanceof Outcome.Gone)
            .map(result -> new Endpoint(result.callback().serviceName(), result.callback().url()))
            .distinct()
            .sorted(Comparator.comparing(Endpoint::serviceName))
            .toList();
    for (Endpoint each : gone) {
      LOG.infof("fact=callback-url-gone account=%s", each.serviceName());
      settings.gone(each.serviceName(), each.url());
      table.bury(each.serviceName(), each.url(), Problems.GONE);
    }
  }

  private static String shortened(String problem) {
    return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
