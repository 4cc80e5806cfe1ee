package io.facteur.billing.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Writes movements: the transfers by one statement, the balances by another, however many they are.
 * The balances come last, so that their rows are locked no longer than the commit takes.
 */
@ApplicationScoped
public class Ledger {

  private static final String INSERT =
      "INSERT INTO transfer (sending_id, kind, reference, from_account, to_account, amount)"
          + " SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],"
          + " ?::bigint[])";

  /** Locks in the order of the array before it changes anything. */
  private static final String CHANGE =
      "WITH locked AS MATERIALIZED (SELECT l.id, c.amount FROM unnest(?::bigint[], ?::bigint[])"
          + " WITH ORDINALITY AS c (id, amount, place) JOIN ledger_account l ON l.id = c.id"
          + " ORDER BY c.place FOR NO KEY UPDATE OF l)"
          + " UPDATE ledger_account l SET balance = l.balance + locked.amount"
          + " FROM locked WHERE l.id = locked.id";

  private final AgroalDataSource dataSource;

  Ledger(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Writes the movements in the running transaction.
   *
   * @throws LedgerException when a balance would go below zero, or a reference was used before;
   *     both are errors of the caller, who has looked first
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void write(Movements movements) {
    if (movements.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      insert(connection, movements.transfers());
      change(connection, movements.changes());
    } catch (SQLException problem) {
      throw new LedgerException("ledger", problem);
    }
  }

  private static void insert(Connection connection, List<Transfer> transfers) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, Columns.longs(connection, transfers, Transfer::sendingId));
      insert.setArray(2, Columns.texts(connection, transfers, t -> t.kind().column()));
      insert.setArray(3, Columns.texts(connection, transfers, Transfer::reference));
      insert.setArray(4, Columns.longs(connection, transfers, t -> t.from().id()));
      insert.setArray(5, Columns.longs(connection, transfers, t -> t.to().id()));
      insert.setArray(6, Columns.longs(connection, transfers, t -> t.amount().thousandths()));
      insert.executeUpdate();
    }
  }

  private static void change(Connection connection, Map<LedgerAccount, Credits> changes)
      throws SQLException {
    List<Map.Entry<LedgerAccount, Credits>> rows = List.copyOf(changes.entrySet());
    Array ids = Columns.longs(connection, rows, row -> row.getKey().id());
    Array amounts = Columns.longs(connection, rows, row -> row.getValue().thousandths());
    try (PreparedStatement change = connection.prepareStatement(CHANGE)) {
      change.setArray(1, ids);
      change.setArray(2, amounts);
      int changed = change.executeUpdate();
      if (changed != rows.size()) {
        throw new LedgerException(
            "changed " + changed + " of " + rows.size() + " balances: " + changes.keySet());
      }
    }
  }
}
