package io.facteur.dlr.callback;

import io.agroal.api.AgroalDataSource;
import io.facteur.dlr.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** How calls that were made are noted; rows come sorted by key. */
@ApplicationScoped
class ResultTable {

  /**
   * What becomes of a call that has not succeeded.
   *
   * @param state {@code due} or {@code dead}
   * @param dueAt of the next attempt; null keeps it
   * @param problem of this attempt; null keeps the one before
   */
  record Next(CallbackKey key, String state, int attempts, Instant dueAt, String problem) {}

  private static final String DELETE =
      "DELETE FROM callback AS c USING unnest(?::bigint[], ?::integer[]) AS k (message_id, change)"
          + " WHERE c.message_id = k.message_id AND c.change = k.change";

  private static final String UPDATE =
      "UPDATE callback AS c SET state = v.state, attempts = v.attempts,"
          + " due_at = coalesce(v.due_at, c.due_at), problem = coalesce(v.problem, c.problem),"
          + " claimed_by = NULL FROM (SELECT * FROM unnest(?::bigint[], ?::integer[], ?::text[],"
          + " ?::integer[], ?::timestamptz[], ?::text[]))"
          + " AS v (message_id, change, state, attempts, due_at, problem)"
          + " WHERE c.message_id = v.message_id AND c.change = v.change AND c.claimed_by = ?";

  private static final String BURY =
      "UPDATE callback SET state = 'dead', problem = ? WHERE (message_id, change) IN"
          + " (SELECT message_id, change FROM callback WHERE service_name = ? AND url = ?"
          + " AND state = 'due' AND claimed_by IS NULL FOR UPDATE SKIP LOCKED)";

  private final AgroalDataSource dataSource;

  ResultTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** These have succeeded. */
  void delete(List<CallbackKey> keys) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      Columns<CallbackKey> rows = new Columns<>(connection, keys);
      delete.setArray(1, rows.bigints(CallbackKey::messageId));
      delete.setArray(2, rows.integers(CallbackKey::change));
      delete.executeUpdate();
    }
  }

  /** These have not; they are given back. What another epoch has claimed since is left to it. */
  void update(List<Next> nexts, long epoch) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      Columns<Next> rows = new Columns<>(connection, nexts);
      update.setArray(1, rows.bigints(row -> row.key().messageId()));
      update.setArray(2, rows.integers(row -> row.key().change()));
      update.setArray(3, rows.texts(Next::state));
      update.setArray(4, rows.integers(Next::attempts));
      update.setArray(5, rows.times(Next::dueAt));
      update.setArray(6, rows.texts(Next::problem));
      update.setLong(7, epoch);
      update.executeUpdate();
    }
  }

  /** Gives up everything that is to go to a URL which is gone. */
  void bury(String serviceName, String url, String problem) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(BURY)) {
      update.setString(1, problem);
      update.setString(2, serviceName);
      update.setString(3, url);
      update.executeUpdate();
    }
  }
}
