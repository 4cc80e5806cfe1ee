package io.facteur.dlr.callback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** Gives up calls that have become too old, and forgets those given up long ago. */
@ApplicationScoped
class Ageing {

  private static final Logger LOG = Logger.getLogger(Ageing.class);

  private final AdminTable table;
  private final CallbackConfig config;
  private final Clock clock;

  Ageing(AdminTable table, CallbackConfig config, Clock clock) {
    this.table = table;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    log("callbacks-given-up", all(() -> table.giveUp(clock.instant().minus(config.maxAge()))));
    log("callbacks-purged", all(() -> table.purge(clock.instant().minus(config.deadRetention()))));
  }

  private static int all(Callable<Integer> batch) {
    int total = 0;
    int count = 1;
    while (count > 0) {
      count = QuarkusTransaction.requiringNew().call(batch);
      total += count;
    }
    return total;
  }

  private static void log(String fact, int count) {
    if (count > 0) {
      LOG.infof("fact=%s count=%d", fact, count);
    }
  }
}
