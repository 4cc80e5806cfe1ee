package io.facteur.messaging.dispatch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Which processes are alive, and the claims of those that are not. */
@ApplicationScoped
class InstanceTable {

  private static final String FREE_CLAIMS =
      "UPDATE ready SET claimed_by = NULL WHERE claimed_by = ANY (SELECT epoch FROM gone)";
  private static final String FREE_LINKS =
      "UPDATE link SET leased_by = NULL WHERE leased_by = ANY (SELECT epoch FROM gone)";

  private final AgroalDataSource dataSource;

  InstanceTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A new life of the named process; what its earlier lives had claimed is free at once. */
  @Transactional
  long begin(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement earlier =
            connection.prepareStatement(freeing("DELETE FROM instance WHERE name = ?"));
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO instance (name) VALUES (?) RETURNING epoch")) {
      earlier.setString(1, name);
      earlier.execute();
      insert.setString(1, name);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** False when others have taken this process for dead and freed its claims. */
  @Transactional
  boolean renew(long epoch) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE instance SET renewed_at = now() WHERE epoch = ?")) {
      update.setLong(1, epoch);
      return update.executeUpdate() == 1;
    }
  }

  /** Frees what processes had claimed that were silent for the given time. */
  @Transactional
  void freeStale(Duration silent) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement stale =
            connection.prepareStatement(
                freeing(
                    "DELETE FROM instance WHERE renewed_at < now() - make_interval(secs => ?)"))) {
      stale.setDouble(1, silent.toMillis() / 1000.0);
      stale.execute();
    }
  }

  /** Gives everything back that this process holds. */
  @Transactional
  void end(long epoch) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement own =
            connection.prepareStatement(freeing("DELETE FROM instance WHERE epoch = ?"))) {
      own.setLong(1, epoch);
      own.execute();
    }
  }

  private static String freeing(String delete) {
    return "WITH gone AS (%s RETURNING epoch), claims AS (%s), links AS (%s) SELECT count(*) FROM gone"
        .formatted(delete, FREE_CLAIMS, FREE_LINKS);
  }
}
