package io.facteur.messaging.dispatch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Which process has a link's session. */
@ApplicationScoped
class LeaseTable {

  private final AgroalDataSource dataSource;

  LeaseTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether the link is now this process's; another's lease ends with its epoch. */
  @Transactional
  boolean take(String link, long epoch) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE link SET leased_by = ?"
                    + " WHERE name = ? AND (leased_by IS NULL OR leased_by = ?)")) {
      update.setLong(1, epoch);
      update.setString(2, link);
      update.setLong(3, epoch);
      return update.executeUpdate() == 1;
    }
  }

  /** Frees the link and what was claimed of it. */
  @Transactional
  void giveBack(String link, long epoch) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement lease =
            connection.prepareStatement(
                "UPDATE link SET leased_by = NULL WHERE name = ? AND leased_by = ?");
        PreparedStatement claims =
            connection.prepareStatement(
                "UPDATE ready SET claimed_by = NULL WHERE claimed_by = ? AND link = ?")) {
      claims.setLong(1, epoch);
      claims.setString(2, link);
      claims.executeUpdate();
      lease.setString(1, link);
      lease.setLong(2, epoch);
      lease.executeUpdate();
    }
  }
}
