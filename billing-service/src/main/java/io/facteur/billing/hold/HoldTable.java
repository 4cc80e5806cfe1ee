package io.facteur.billing.hold;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.account.AccountStatus;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The statements of a batch of holds; all of them in the caller's transaction. */
@ApplicationScoped
class HoldTable {

  /** Available comes first in the order of locking, so a batch can start with it. */
  private static final String LOCK_PAYERS =
      "SELECT a.service_name, a.status, l.id, a.held, l.balance FROM sms_account a"
          + " JOIN ledger_account l ON l.id = a.available"
          + " WHERE a.service_name = ANY (?) ORDER BY l.id FOR NO KEY UPDATE OF l";

  /** The bounds let PostgreSQL skip the partitions that can't hold any of the ids. */
  private static final String STORED =
      "SELECT sending_id, state, outcome, available FROM hold"
          + " WHERE sending_id = ANY (?) AND sending_id BETWEEN ? AND ?";

  private static final String INSERT =
      "INSERT INTO hold (sending_id, service_name, api_user, amount, state, outcome, available,"
          + " paid_from, held_in, created_at, ask_at)"
          + " SELECT *, ?::timestamptz, ?::timestamptz FROM unnest(?::bigint[], ?::text[],"
          + " ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])"
          + " ON CONFLICT DO NOTHING";

  private final AgroalDataSource dataSource;

  HoldTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The known accounts of these names, their available balances locked until the commit. */
  List<Payer> lockPayers(Collection<String> serviceNames) {
    List<Payer> payers = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lock = connection.prepareStatement(LOCK_PAYERS)) {
      lock.setArray(1, Columns.texts(connection, serviceNames, name -> name));
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          payers.add(
              new Payer(
                  row.getString(1),
                  AccountStatus.of(row.getString(2)),
                  LedgerAccount.available(row.getLong(3)),
                  LedgerAccount.held(row.getLong(4)),
                  new Credits(row.getLong(5))));
        }
      }
    } catch (SQLException problem) {
      throw new LedgerException("locking balances", problem);
    }
    return payers;
  }

  /** What was answered to these sendings before. */
  List<StoredHold> stored(Collection<HoldItem> items) {
    List<StoredHold> stored = new ArrayList<>();
    var bounds = items.stream().mapToLong(HoldItem::sendingId).summaryStatistics();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(STORED)) {
      select.setArray(1, Columns.longs(connection, items, HoldItem::sendingId));
      select.setLong(2, bounds.getMin());
      select.setLong(3, bounds.getMax());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          stored.add(
              new StoredHold(
                  row.getLong(1),
                  HoldState.of(row.getString(2)),
                  HoldOutcome.of(row.getString(3)),
                  row.getLong(4)));
        }
      }
    } catch (SQLException problem) {
      throw new LedgerException("reading holds", problem);
    }
    return stored;
  }

  /** Stores the answers; says how many of the sendings had none until now. */
  int insert(List<Decision> decisions, Instant now, Instant askAt) {
    List<Decision> rows = new ArrayList<>(decisions);
    rows.sort(Comparator.comparingLong(decision -> decision.item().sendingId()));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setTimestamp(1, Timestamp.from(now));
      insert.setTimestamp(2, Timestamp.from(askAt));
      insert.setArray(3, Columns.longs(connection, rows, row -> row.item().sendingId()));
      insert.setArray(4, Columns.texts(connection, rows, row -> row.item().serviceName()));
      insert.setArray(5, Columns.texts(connection, rows, row -> row.item().apiUser()));
      insert.setArray(6, Columns.longs(connection, rows, row -> row.item().amount()));
      insert.setArray(7, Columns.texts(connection, rows, HoldTable::state));
      insert.setArray(8, Columns.texts(connection, rows, row -> row.answer().outcome().text()));
      insert.setArray(9, Columns.longs(connection, rows, row -> row.answer().available()));
      insert.setArray(10, accounts(connection, rows, true));
      insert.setArray(11, accounts(connection, rows, false));
      return insert.executeUpdate();
    } catch (SQLException problem) {
      throw new LedgerException("storing holds", problem);
    }
  }

  private static String state(Decision decision) {
    return (decision.isHeld() ? HoldState.HELD : HoldState.REFUSED).column();
  }

  private static java.sql.Array accounts(
      Connection connection, List<Decision> rows, boolean paidFrom) throws SQLException {
    Long[] ids = new Long[rows.size()];
    for (int i = 0; i < ids.length; i++) {
      Payer payer = rows.get(i).isHeld() ? rows.get(i).payer() : null;
      if (payer != null) {
        ids[i] = (paidFrom ? payer.paidFrom() : payer.heldIn()).id();
      }
    }
    return connection.createArrayOf("int8", ids);
  }
}
