package io.facteur.dlr.callback;

import io.facteur.dlr.settings.AccountSettings;
import io.facteur.dlr.settings.AccountState;
import io.facteur.dlr.settings.SettingsTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** An account's settings became known; calls that waited for them go on their way. */
@ApplicationScoped
class SettingsChange {

  private static final Logger LOG = Logger.getLogger(SettingsChange.class);

  private final SettingsTable settings;
  private final CallbackTable table;
  private final CallbackConfig config;
  private final Clock clock;

  SettingsChange(SettingsTable settings, CallbackTable table, CallbackConfig config, Clock clock) {
    this.settings = settings;
    this.table = table;
    this.config = config;
    this.clock = clock;
  }

  /** Applies a newer state, in the running transaction; an older one changes nothing. */
  void apply(AccountState state) {
    try {
      if (settings.apply(state)) {
        String url = state.closed() ? null : state.callBack();
        settle(state.serviceName(), state.version(), Optional.ofNullable(url));
      }
    } catch (SQLException problem) {
      throw new CallbackException(problem);
    }
  }

  /** Settings that were awaited for long will not come; the calls take what is known. */
  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void stopWaiting() {
    QuarkusTransaction.requiringNew().run(this::settleOverdue);
  }

  private void settleOverdue() {
    Instant before = clock.instant().minus(config.settingsWait());
    try {
      for (String serviceName : table.overdue(before)) {
        AccountSettings known = settings.readAndHold(List.of(serviceName)).get(serviceName);
        LOG.warnf("fact=settings-never-came account=%s known=%d", serviceName, known.version());
        settle(serviceName, Long.MAX_VALUE, known.callBack());
      }
    } catch (SQLException problem) {
      throw new CallbackException(problem);
    }
  }

  private void settle(String serviceName, long version, Optional<String> callBack)
      throws SQLException {
    if (callBack.isEmpty()) {
      table.forget(serviceName, version);
      return;
    }
    String url = callBack.get();
    Optional<String> lane = CallbackUrl.lane(url);
    if (lane.isPresent()) {
      table.resolve(serviceName, version, url, lane.get(), clock.instant());
    } else {
      table.refuse(serviceName, version, url, Problems.NO_URL);
    }
  }
}
