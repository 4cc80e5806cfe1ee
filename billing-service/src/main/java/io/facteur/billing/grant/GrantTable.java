package io.facteur.billing.grant;

import io.agroal.api.AgroalDataSource;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.LedgerAccount;
import io.facteur.billing.ledger.LedgerException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The grants by their references. */
@ApplicationScoped
class GrantTable {

  /** A grant and what was available after it. */
  record Stored(Grant grant, Credits creditsLeft) {}

  private static final String INSERT =
      "INSERT INTO credit_grant (reference, service_name, amount, granted_by)"
          + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String COMPLETE =
      "UPDATE credit_grant SET credits_left = (SELECT balance FROM ledger_account WHERE id = ?)"
          + " WHERE reference = ? RETURNING credits_left";

  private static final String FIND =
      "SELECT service_name, amount, granted_by, credits_left FROM credit_grant"
          + " WHERE reference = ?";

  private final AgroalDataSource dataSource;

  GrantTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** False when the reference is known; waits for another transaction that inserts the same. */
  boolean insert(Grant grant) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, grant.reference());
      insert.setString(2, grant.serviceName());
      insert.setLong(3, grant.amount().thousandths());
      insert.setString(4, grant.grantedBy());
      return insert.executeUpdate() == 1;
    } catch (SQLException problem) {
      throw new LedgerException("grant", problem);
    }
  }

  /** Stores the balance that the grant has led to, whose row this transaction has locked. */
  Credits complete(Grant grant, LedgerAccount available) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement complete = connection.prepareStatement(COMPLETE)) {
      complete.setLong(1, available.id());
      complete.setString(2, grant.reference());
      try (ResultSet row = complete.executeQuery()) {
        row.next();
        return new Credits(row.getLong(1));
      }
    } catch (SQLException problem) {
      throw new LedgerException("grant", problem);
    }
  }

  Stored find(String reference) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, reference);
      try (ResultSet row = find.executeQuery()) {
        row.next();
        Grant grant =
            new Grant(reference, row.getString(1), new Credits(row.getLong(2)), row.getString(3));
        return new Stored(grant, new Credits(row.getLong(4)));
      }
    } catch (SQLException problem) {
      throw new LedgerException("grant", problem);
    }
  }
}
