package io.facteur.billing.settlement;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.hold.HoldState;
import io.facteur.billing.ledger.Columns;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.LedgerAccount;
import io.facteur.billing.ledger.LedgerException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * The statements that decide the fate of holds. Each changes a hold only in the state that it may
 * leave, so the row itself says whether there is something to do. The bounds on the id let
 * PostgreSQL skip partitions.
 */
@ApplicationScoped
class SettlementTable {

  private static final String COLUMNS =
      " h.sending_id, h.state, h.amount, h.refunded, h.paid_from, h.held_in, a.consumed";

  private static final String RESOLVE =
      "UPDATE hold h SET state = ?, posted = CASE WHEN ? THEN h.amount ELSE 0 END, resolved_at = ?"
          + " FROM sms_account a WHERE a.service_name = h.service_name AND h.state = 'held'"
          + " AND h.sending_id = ANY (?) AND h.sending_id BETWEEN ? AND ? RETURNING"
          + COLUMNS;

  private static final String LOCK =
      "SELECT"
          + COLUMNS
          + " FROM hold h LEFT JOIN sms_account a ON a.service_name = h.service_name"
          + " WHERE h.sending_id = ANY (?) AND h.sending_id BETWEEN ? AND ?"
          + " ORDER BY h.sending_id FOR NO KEY UPDATE OF h";

  private static final String LOCK_BALANCES =
      "SELECT l.id FROM sms_account a JOIN ledger_account l ON l.id = a.available"
          + " WHERE a.service_name = ANY (?) ORDER BY l.id FOR NO KEY UPDATE OF l";

  private static final String BURY =
      "INSERT INTO hold (sending_id, service_name, amount, state, outcome, available, created_at)"
          + " SELECT id, name, 0, 'tombstone', 'voided', 0, ?::timestamptz"
          + " FROM unnest(?::bigint[], ?::text[]) AS t (id, name) ORDER BY id"
          + " ON CONFLICT DO NOTHING";

  private final AgroalDataSource dataSource;
  private final Clock clock;

  SettlementTable(AgroalDataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Moves what is still held to the given state; answers what it has moved. */
  List<ResolvedHold> resolve(Collection<Long> sendings, HoldState state) {
    LongSummaryStatistics bounds = bounds(sendings);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(RESOLVE)) {
      update.setString(1, state.column());
      update.setBoolean(2, state == HoldState.POSTED);
      update.setTimestamp(3, Timestamp.from(clock.instant()));
      update.setArray(4, Columns.longs(connection, sendings, Long::longValue));
      update.setLong(5, bounds.getMin());
      update.setLong(6, bounds.getMax());
      return read(update);
    } catch (SQLException problem) {
      throw new LedgerException("resolving holds", problem);
    }
  }

  /** The holds of these sendings, locked; in the order of their ids. */
  List<ResolvedHold> lock(Collection<Long> sendings) {
    LongSummaryStatistics bounds = bounds(sendings);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setArray(1, Columns.longs(connection, sendings, Long::longValue));
      select.setLong(2, bounds.getMin());
      select.setLong(3, bounds.getMax());
      return read(select);
    } catch (SQLException problem) {
      throw new LedgerException("locking holds", problem);
    }
  }

  /** Keeps these accounts' holds from being decided until the commit. */
  void lockBalances(Collection<String> serviceNames) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK_BALANCES)) {
      lock.setArray(1, Columns.texts(connection, serviceNames, name -> name));
      lock.executeQuery().close();
    } catch (SQLException problem) {
      throw new LedgerException("locking balances", problem);
    }
  }

  /** Leaves a tombstone for each sending that has no hold. */
  void bury(Collection<SendingRef> sendings) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(BURY)) {
      insert.setTimestamp(1, Timestamp.from(clock.instant()));
      insert.setArray(2, Columns.longs(connection, sendings, SendingRef::sendingId));
      insert.setArray(3, Columns.texts(connection, sendings, SendingRef::serviceName));
      insert.executeUpdate();
    } catch (SQLException problem) {
      throw new LedgerException("tombstones", problem);
    }
  }

  private static LongSummaryStatistics bounds(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).summaryStatistics();
  }

  private static List<ResolvedHold> read(PreparedStatement statement) throws SQLException {
    List<ResolvedHold> holds = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        boolean paid = row.getLong(5) != 0;
        holds.add(
            new ResolvedHold(
                row.getLong(1),
                HoldState.of(row.getString(2)),
                new Credits(row.getLong(3)),
                new Credits(row.getLong(4)),
                paid ? LedgerAccount.available(row.getLong(5)) : null,
                paid ? LedgerAccount.held(row.getLong(6)) : null,
                paid ? LedgerAccount.consumed(row.getLong(7)) : null));
      }
    }
    return holds;
  }
}
