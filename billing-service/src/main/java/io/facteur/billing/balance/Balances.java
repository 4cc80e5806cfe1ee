package io.facteur.billing.balance;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.LedgerException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads balances off the same rows that the holds lock. */
@ApplicationScoped
public class Balances {

  private static final String SELECT =
      "SELECT coalesce(sum(balance) FILTER (WHERE api_user = ''), 0),"
          + " coalesce(sum(balance) FILTER (WHERE api_user <> ''), 0),"
          + " count(DISTINCT api_user) FILTER (WHERE api_user <> '')"
          + " FROM ledger_account WHERE service_name = ? AND kind = 'available'";

  private final AgroalDataSource dataSource;

  Balances(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What the account has to spend; zeros for a name that billing has not heard of. */
  public BalanceAnswer of(String serviceName) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, serviceName);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new BalanceAnswer(
            new Credits(row.getLong(1)).toDecimal(),
            new Credits(row.getLong(2)).toDecimal(),
            row.getLong(3));
      }
    } catch (SQLException problem) {
      throw new LedgerException("balances", problem);
    }
  }
}
