package io.facteur.dlr.callback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * This instance's right to make the calls that it has claimed. Renewed every 5 s; others take over
 * when it has been stale for 30 s, and it stops by itself before that.
 */
@ApplicationScoped
class InstanceLease {

  /** Well below {@link InstanceTable#STALE_SECONDS}, by this machine's own clock. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** After a pause of the database everybody is stale; nobody is ended before all could renew. */
  private static final long SETTLED_NANOS =
      TimeUnit.SECONDS.toNanos(InstanceTable.STALE_SECONDS + 5L);

  private static final Logger LOG = Logger.getLogger(InstanceLease.class);

  private final InstanceTable table;
  private final String name;
  private volatile long epoch;
  private volatile long renewedAt;
  private volatile long continuousSince;

  InstanceLease(InstanceTable table, CallbackConfig config) {
    this.table = table;
    this.name = config.instance();
  }

  /** The number under which this instance claims. */
  long epoch() {
    return epoch;
  }

  /** Whether it may still make the calls that it has claimed. */
  boolean isFresh() {
    return epoch != 0 && System.nanoTime() - renewedAt < FRESH_NANOS;
  }

  void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    QuarkusTransaction.requiringNew().run(this::begin);
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void renew() {
    long before = System.nanoTime();
    if (before - renewedAt > FRESH_NANOS) {
      continuousSince = before;
    }
    if (QuarkusTransaction.requiringNew().call(() -> table.renew(epoch))) {
      renewedAt = before;
    } else {
      LOG.warnf("fact=callback-lease-lost epoch=%d", epoch);
      QuarkusTransaction.requiringNew().run(this::begin);
    }
    if (before - continuousSince > SETTLED_NANOS) {
      int returned = QuarkusTransaction.requiringNew().call(table::endStale);
      if (returned > 0) {
        LOG.infof("fact=callbacks-taken-over count=%d", returned);
      }
    }
  }

  private void begin() {
    try {
      long before = System.nanoTime();
      long mine = table.begin(name);
      int returned = table.endOlder(name, mine);
      epoch = mine;
      renewedAt = before;
      continuousSince = before;
      LOG.infof("fact=callback-lease instance=%s epoch=%d returned=%d", name, mine, returned);
    } catch (SQLException problem) {
      throw new CallbackException(problem);
    }
  }
}
