package io.facteur.chassis.event;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The relay's statements. */
@ApplicationScoped
class OutboxTable {

  /** One row: {@code id} becomes the event's id. */
  record Row(long id, String type, String body, Instant createdAt) {}

  private final AgroalDataSource dataSource;

  OutboxTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The oldest rows that no other relay holds. Never "ids above the last": ids are drawn before
   * their transactions commit, so a smaller one may appear later.
   */
  List<Row> lockUnsent(int limit) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, type, body, created_at FROM outbox ORDER BY id LIMIT ?"
                    + " FOR UPDATE SKIP LOCKED")) {
      select.setInt(1, limit);
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          rows.add(
              new Row(
                  result.getLong(1),
                  result.getString(2),
                  result.getString(3),
                  result.getTimestamp(4).toInstant()));
        }
      }
    }
    return rows;
  }

  void delete(List<Long> sent) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", sent.toArray()));
      delete.executeUpdate();
    }
  }

  /** Rows that wait for the relay, and the age of the oldest in seconds. */
  double[] backlog() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                "SELECT count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)"
                    + " FROM outbox");
        ResultSet row = count.executeQuery()) {
      row.next();
      return new double[] {row.getDouble(1), row.getDouble(2)};
    }
  }
}
