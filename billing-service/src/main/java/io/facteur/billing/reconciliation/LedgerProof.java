package io.facteur.billing.reconciliation;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.ledger.LedgerException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Adds everything up, in one snapshot, so that it may run under load. */
@ApplicationScoped
class LedgerProof {

  private static final String TOTALS =
      "SELECT count(*), coalesce(sum(balance), 0)::bigint,"
          + " coalesce(-sum(balance) FILTER (WHERE kind = 'issued'), 0)::bigint,"
          + " (SELECT count(*) FROM transfer) FROM ledger_account";

  private static final String BY_TRANSFERS =
      "WITH moved AS (SELECT account, sum(amount)::bigint AS amount FROM"
          + " (SELECT to_account AS account, sum(amount) AS amount FROM transfer GROUP BY 1"
          + " UNION ALL SELECT from_account, -sum(amount) FROM transfer GROUP BY 1) AS sides"
          + " GROUP BY account)"
          + " SELECT 'transfers', coalesce(l.id, m.account), coalesce(l.kind, 'missing'),"
          + " coalesce(l.service_name, ''), coalesce(l.balance, 0), coalesce(m.amount, 0)"
          + " FROM ledger_account l FULL JOIN moved m ON m.account = l.id"
          + " WHERE coalesce(l.balance, 0) <> coalesce(m.amount, 0) ORDER BY 2 LIMIT ?";

  private static final String BY_HOLDS =
      "WITH promised AS (SELECT held_in AS account, sum(amount)::bigint AS amount FROM hold"
          + " WHERE state = 'held' GROUP BY 1 UNION ALL"
          + " SELECT a.consumed, sum(h.posted - h.refunded)::bigint FROM hold h"
          + " JOIN sms_account a USING (service_name) WHERE h.state = 'posted' GROUP BY 1)"
          + " SELECT 'holds', l.id, l.kind, l.service_name, l.balance, coalesce(p.amount, 0)"
          + " FROM ledger_account l LEFT JOIN promised p ON p.account = l.id"
          + " WHERE l.kind IN ('held', 'consumed') AND l.balance <> coalesce(p.amount, 0)"
          + " ORDER BY 2 LIMIT ?";

  private final AgroalDataSource dataSource;
  private final ReconciliationConfig config;
  private final Clock clock;

  LedgerProof(AgroalDataSource dataSource, ReconciliationConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  /** Proves the ledger as it stands now, in a transaction that has done nothing else. */
  @Transactional(Transactional.TxType.MANDATORY)
  Reconciliation prove() {
    try (Connection connection = dataSource.getConnection()) {
      try (Statement snapshot = connection.createStatement()) {
        snapshot.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      }
      List<Difference> differences = new ArrayList<>();
      differences(connection, BY_TRANSFERS, differences);
      differences(connection, BY_HOLDS, differences);
      return totals(connection, differences);
    } catch (SQLException problem) {
      throw new LedgerException("reconciliation", problem);
    }
  }

  private void differences(Connection connection, String check, List<Difference> found)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(check)) {
      select.setInt(1, config.maxDifferences());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Difference(
                  row.getString(1),
                  row.getLong(2),
                  row.getString(3),
                  row.getString(4),
                  row.getLong(5),
                  row.getLong(6)));
        }
      }
    }
  }

  private Reconciliation totals(Connection connection, List<Difference> differences)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(TOTALS);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Reconciliation(
          clock.instant(),
          row.getLong(1),
          row.getLong(4),
          row.getLong(2),
          row.getLong(3),
          differences);
    }
  }
}
