package io.facteur.dlr.callback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The statements on {@code callback_instance}. Times are the database's, the same for everybody.
 */
@ApplicationScoped
class InstanceTable {

  /** An epoch that was not renewed for so long is over. */
  static final int STALE_SECONDS = 30;

  private static final String BEGIN =
      "INSERT INTO callback_instance (name) VALUES (?) RETURNING epoch";
  private static final String RENEW =
      "UPDATE callback_instance SET renewed_at = now() WHERE epoch = ?";
  private static final String END_OLDER =
      "WITH ended AS (DELETE FROM callback_instance WHERE name = ? AND epoch < ? RETURNING epoch)"
          + " UPDATE callback SET claimed_by = NULL WHERE claimed_by IN (SELECT epoch FROM ended)";
  private static final String END_STALE =
      "WITH ended AS (DELETE FROM callback_instance WHERE epoch IN (SELECT epoch"
          + " FROM callback_instance WHERE renewed_at < now() - make_interval(secs => ?)"
          + " FOR UPDATE SKIP LOCKED) RETURNING epoch)"
          + " UPDATE callback SET claimed_by = NULL WHERE claimed_by IN (SELECT epoch FROM ended)";

  private final AgroalDataSource dataSource;

  InstanceTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A new epoch for the instance of this name. */
  long begin(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setString(1, name);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Whether the epoch still holds. */
  boolean renew(long epoch) throws SQLException {
    return update(RENEW, epoch) == 1;
  }

  /** Ends earlier epochs of the same instance; what they had claimed is due again. */
  int endOlder(String name, long epoch) throws SQLException {
    return update(END_OLDER, name, epoch);
  }

  /** Ends epochs that nobody renews; what they had claimed is due again. */
  int endStale() throws SQLException {
    return update(END_STALE, STALE_SECONDS);
  }

  private int update(String statement, Object... parameters) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setObject(i + 1, parameters[i]);
      }
      return update.executeUpdate();
    }
  }
}
