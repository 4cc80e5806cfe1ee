package io.facteur.dlr.callback;

import io.agroal.api.AgroalDataSource;
import io.facteur.dlr.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How calls come into being: statements on {@code callback} in the transaction of their cause. */
@ApplicationScoped
class CallbackTable {

  private static final String INSERT =
      "INSERT INTO callback (message_id, change, service_name, settings_version, dlr, ptt,"
          + " changed_at, state, url, lane, problem, claimed_by, due_at, created_at)"
          + " SELECT v.*, ?::timestamptz, ?::timestamptz FROM unnest(?::bigint[], ?::integer[],"
          + " ?::text[], ?::bigint[], ?::integer[], ?::integer[], ?::timestamptz[], ?::text[],"
          + " ?::text[], ?::text[], ?::text[], ?::bigint[]) AS v"
          + " ON CONFLICT DO NOTHING";

  private static final String RETRYING =
      "SELECT DISTINCT k.message_id FROM unnest(?::bigint[]) AS k (message_id)"
          + " CROSS JOIN LATERAL (SELECT 1 FROM callback c WHERE c.message_id = k.message_id"
          + " AND c.state = 'due' AND c.attempts > 0 LIMIT 1) AS c";

  private static final String DROP_PASSING =
      "DELETE FROM callback WHERE (message_id, change) IN (SELECT c.message_id, c.change"
          + " FROM unnest(?::bigint[]) AS k (message_id) CROSS JOIN LATERAL"
          + " (SELECT message_id, change FROM callback p WHERE p.message_id = k.message_id"
          + " AND p.dlr IN (4, 8) AND p.claimed_by IS NULL AND p.state <> 'dead'"
          + " FOR UPDATE SKIP LOCKED) AS c)";

  private static final String RESOLVE =
      "UPDATE callback SET state = 'due', url = ?, lane = ?, due_at = ?"
          + " WHERE service_name = ? AND state = 'waiting' AND settings_version <= ?";

  private static final String REFUSE =
      "UPDATE callback SET state = 'dead', url = ?, lane = '', problem = ?"
          + " WHERE service_name = ? AND state = 'waiting' AND settings_version <= ?";

  private static final String FORGET =
      "DELETE FROM callback"
          + " WHERE service_name = ? AND state = 'waiting' AND settings_version <= ?";

  private static final String OVERDUE =
      "SELECT DISTINCT service_name FROM callback WHERE state = 'waiting' AND created_at < ?";

  private final AgroalDataSource dataSource;

  CallbackTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Adds calls, due now.
   *
   * @param epoch of this instance, for those that it has claimed
   */
  void insert(List<NewCallback> callbacks, long epoch, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      Columns<NewCallback> rows = new Columns<>(connection, callbacks);
      insert.setTimestamp(1, Timestamp.from(now));
      insert.setTimestamp(2, Timestamp.from(now));
      insert.setArray(3, rows.bigints(row -> row.request().messageId()));
      insert.setArray(4, rows.integers(row -> row.request().change()));
      insert.setArray(5, rows.texts(row -> row.request().serviceName()));
      insert.setArray(6, rows.bigints(row -> row.request().settingsVersion()));
      insert.setArray(7, rows.integers(row -> row.request().state().dlr()));
      insert.setArray(8, rows.integers(row -> row.request().state().ptt()));
      insert.setArray(9, rows.times(row -> row.request().at()));
      insert.setArray(10, rows.texts(NewCallback::state));
      insert.setArray(11, rows.texts(NewCallback::url));
      insert.setArray(12, rows.texts(NewCallback::lane));
      insert.setArray(13, rows.texts(NewCallback::problem));
      insert.setArray(14, rows.bigints(row -> row.claimed() ? epoch : null));
      insert.executeUpdate();
    }
  }

  /** Those of the messages of which a call has failed and waits for its next attempt. */
  Set<Long> retrying(Collection<Long> messageIds) throws SQLException {
    Set<Long> found = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(RETRYING)) {
      select.setArray(1, connection.createArrayOf("bigint", messageIds.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
      }
    }
    return found;
  }

  /** Drops calls about passing states of messages that have reached their end. */
  void dropPassing(Collection<Long> messageIds) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(DROP_PASSING)) {
      delete.setArray(1, connection.createArrayOf("bigint", messageIds.toArray()));
      delete.executeUpdate();
    }
  }

  /** The calls that waited for the settings of an account, up to a version, go to this URL. */
  int resolve(String serviceName, long version, String url, String lane, Instant now)
      throws SQLException {
    return update(RESOLVE, url, lane, Timestamp.from(now), serviceName, version);
  }

  /** The calls that waited for the settings of an account can't be made to this URL. */
  int refuse(String serviceName, long version, String url, String problem) throws SQLException {
    return update(REFUSE, url, problem, serviceName, version);
  }

  /** The calls that waited for the settings of an account are not wanted. */
  int forget(String serviceName, long version) throws SQLException {
    return update(FORGET, serviceName, version);
  }

  /** Accounts whose settings have been awaited since before the given time. */
  List<String> overdue(Instant before) throws SQLException {
    List<String> accounts = new java.util.ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(OVERDUE)) {
      select.setTimestamp(1, Timestamp.from(before));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          accounts.add(row.getString(1));
        }
      }
    }
    return accounts;
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
