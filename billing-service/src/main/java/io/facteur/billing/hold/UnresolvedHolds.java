package io.facteur.billing.hold;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.hold.HoldsUnresolved.UnresolvedHold;
import io.facteur.billing.ledger.LedgerException;
import io.facteur.chassis.event.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks messaging about holds that nobody resolved: at growing intervals, for ever. Messaging
 * answers by the events that post or void; only it knows, so no clock releases credits here.
 */
@ApplicationScoped
public class UnresolvedHolds {

  private static final Logger LOG = Logger.getLogger(UnresolvedHolds.class);

  /** Chooses what is due, skipping what another replica is asking about, and sets the next time. */
  private static final String DUE =
      "UPDATE hold SET asked = asked + 1,"
          + " ask_at = ?::timestamptz + least(? * power(2, least(asked, 30)), ?) * interval '1 s'"
          + " WHERE sending_id IN (SELECT sending_id FROM hold WHERE state = 'held'"
          + " AND ask_at <= ? ORDER BY ask_at LIMIT ? FOR NO KEY UPDATE SKIP LOCKED)"
          + " RETURNING sending_id, service_name";

  private final AgroalDataSource dataSource;
  private final Outbox outbox;
  private final HoldsConfig config;
  private final Clock clock;

  UnresolvedHolds(AgroalDataSource dataSource, Outbox outbox, HoldsConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${facteur.billing.holds.ask-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void askEverything() {
    int asked = config.askItems();
    while (asked == config.askItems()) {
      asked = ask();
    }
  }

  /** Asks about one batch of what is due; answers how many that were. */
  public int ask() {
    return QuarkusTransaction.requiringNew().call(this::askInTransaction);
  }

  private int askInTransaction() {
    List<UnresolvedHold> holds = due();
    if (!holds.isEmpty()) {
      outbox.append(HoldsUnresolved.TYPE, new HoldsUnresolved(holds));
      LOG.infof("fact=holds-unresolved holds=%d", holds.size());
    }
    return holds.size();
  }

  private List<UnresolvedHold> due() {
    List<UnresolvedHold> holds = new ArrayList<>();
    Timestamp now = Timestamp.from(clock.instant());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(DUE)) {
      update.setTimestamp(1, now);
      update.setLong(2, config.unresolvedAfter().toSeconds());
      update.setLong(3, config.askAtMostEvery().toSeconds());
      update.setTimestamp(4, now);
      update.setInt(5, config.askItems());
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          holds.add(new UnresolvedHold(row.getLong(1), row.getString(2)));
        }
      }
    } catch (SQLException problem) {
      throw new LedgerException("unresolved holds", problem);
    }
    return holds;
  }
}
