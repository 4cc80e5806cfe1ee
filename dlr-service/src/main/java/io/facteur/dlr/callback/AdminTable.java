package io.facteur.dlr.callback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the operator of the platform does to calls, and what age does. */
@ApplicationScoped
class AdminTable {

  private static final String COLUMNS =
      "message_id, change, service_name, dlr, ptt, changed_at, url, state, attempts, due_at,"
          + " problem";

  private static final String LIST =
      "SELECT "
          + COLUMNS
          + " FROM callback WHERE state = ? AND (?::text IS NULL OR service_name = ?)"
          + " ORDER BY created_at DESC LIMIT ?";

  private static final String REPLAY =
      "UPDATE callback SET state = 'due', attempts = 0, due_at = ?, created_at = ?"
          + " WHERE message_id = ? AND change = ? AND state = 'dead' AND lane <> '' RETURNING "
          + COLUMNS;

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM callback WHERE message_id = ? AND change = ?";

  private static final String GIVE_UP =
      "UPDATE callback SET state = 'dead', problem = coalesce(problem || '; ', '') || ?"
          + " WHERE (message_id, change) IN (SELECT message_id, change FROM callback"
          + " WHERE state = 'due' AND claimed_by IS NULL AND created_at < ?"
          + " LIMIT 5000 FOR UPDATE SKIP LOCKED)";

  private static final String PURGE =
      "DELETE FROM callback WHERE (message_id, change) IN (SELECT message_id, change"
          + " FROM callback WHERE state = 'dead' AND created_at < ? LIMIT 5000)";

  private final AgroalDataSource dataSource;

  AdminTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The newest calls in a state; of one account, unless null. */
  List<CallbackView> list(String state, String serviceName, int limit) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LIST)) {
      select.setString(1, state);
      select.setString(2, serviceName);
      select.setString(3, serviceName);
      select.setInt(4, limit);
      return read(select);
    }
  }

  /** The call, in whatever state. */
  Optional<CallbackView> find(CallbackKey key) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setLong(1, key.messageId());
      select.setInt(2, key.change());
      return read(select).stream().findFirst();
    }
  }

  /** A call that was given up starts again; nothing when it is not one. */
  Optional<CallbackView> replay(CallbackKey key, Instant now) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(REPLAY)) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setTimestamp(2, Timestamp.from(now));
      update.setLong(3, key.messageId());
      update.setInt(4, key.change());
      return read(update).stream().findFirst();
    }
  }

  /** Gives up some calls that came up before the given time; answers how many. */
  int giveUp(Instant before) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(GIVE_UP)) {
      update.setString(1, Problems.TOO_OLD);
      update.setTimestamp(2, Timestamp.from(before));
      return update.executeUpdate();
    }
  }

  /** Deletes some calls that were given up and came up before the given time. */
  int purge(Instant before) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(PURGE)) {
      delete.setTimestamp(1, Timestamp.from(before));
      return delete.executeUpdate();
    }
  }

  private static List<CallbackView> read(PreparedStatement statement) throws SQLException {
    List<CallbackView> views = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        views.add(
            new CallbackView(
                new CallbackKey(row.getLong(1), row.getInt(2)).toString(),
                row.getString(3),
                row.getLong(1),
                row.getInt(4),
                row.getInt(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                row.getTimestamp(10).toInstant(),
                row.getString(11)));
      }
    }
    return views;
  }
}
