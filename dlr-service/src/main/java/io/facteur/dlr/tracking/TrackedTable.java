package io.facteur.dlr.tracking;

import io.agroal.api.AgroalDataSource;
import io.facteur.dlr.database.Columns;
import io.facteur.dlr.ptt.DeliveryState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements on {@code tracked_message}; all take their rows sorted by {@link MessageKey}. */
@ApplicationScoped
class TrackedTable {

  private static final String COLUMNS =
      "sending_id, message_id, service_name, api_user, settings_version, segments, submissions,"
          + " dlr, ptt, changed_at, expires_at, deadline, changes";

  private static final String INSERT =
      "INSERT INTO tracked_message ("
          + COLUMNS
          + ", is_final) SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[],"
          + " ?::bigint[], ?::integer[], ?::text[], ?::integer[], ?::integer[], ?::timestamptz[],"
          + " ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::boolean[])"
          + " ON CONFLICT DO NOTHING RETURNING sending_id, message_id";

  // LATERAL keeps the plan at one look-up per key, in the order of the keys, whatever the
  // statistics of a young partition say.
  private static final String LOCK =
      "SELECT t.* FROM unnest(?::bigint[], ?::bigint[]) AS k (sending_id, message_id)"
          + " CROSS JOIN LATERAL (SELECT "
          + COLUMNS
          + " FROM tracked_message m WHERE m.sending_id = k.sending_id"
          + " AND m.message_id = k.message_id FOR UPDATE) AS t";

  private static final String LOCK_DUE =
      "SELECT "
          + COLUMNS
          + " FROM tracked_message WHERE NOT is_final AND deadline < ?"
          + " ORDER BY deadline LIMIT ? FOR UPDATE SKIP LOCKED";

  private static final String UPDATE =
      "UPDATE tracked_message AS t SET segments = v.segments, submissions = v.submissions,"
          + " dlr = v.dlr, ptt = v.ptt, changed_at = v.changed_at, expires_at = v.expires_at,"
          + " deadline = v.deadline, changes = v.changes, is_final = v.is_final"
          + " FROM (SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::integer[], ?::text[],"
          + " ?::integer[], ?::integer[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],"
          + " ?::integer[], ?::boolean[])) AS v (sending_id, message_id, segments, submissions,"
          + " dlr, ptt, changed_at, expires_at, deadline, changes, is_final)"
          + " WHERE t.sending_id = v.sending_id AND t.message_id = v.message_id";

  private final AgroalDataSource dataSource;

  TrackedTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Adds those that are not there yet, and answers which these are. */
  Set<MessageKey> insertNew(List<TrackedMessage> messages) throws SQLException {
    Set<MessageKey> inserted = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      Columns<TrackedMessage> rows = new Columns<>(connection, messages);
      insert.setArray(1, rows.bigints(row -> row.key().sendingId()));
      insert.setArray(2, rows.bigints(row -> row.key().messageId()));
      insert.setArray(3, rows.texts(row -> row.owner().serviceName()));
      insert.setArray(4, rows.texts(row -> row.owner().apiUser()));
      insert.setArray(5, rows.bigints(row -> row.owner().settingsVersion()));
      insert.setArray(6, rows.integers(TrackedMessage::segments));
      insert.setArray(7, rows.texts(row -> Submissions.write(row.submissions())));
      insert.setArray(8, rows.integers(row -> row.state().dlr()));
      insert.setArray(9, rows.integers(row -> row.state().ptt()));
      insert.setArray(10, rows.times(TrackedMessage::changedAt));
      insert.setArray(11, rows.times(TrackedMessage::expiresAt));
      insert.setArray(12, rows.times(TrackedMessage::deadline));
      insert.setArray(13, rows.integers(TrackedMessage::changes));
      insert.setArray(14, rows.booleans(row -> row.state().isFinal()));
      try (ResultSet result = insert.executeQuery()) {
        while (result.next()) {
          inserted.add(new MessageKey(result.getLong(1), result.getLong(2)));
        }
      }
    }
    return inserted;
  }

  /** Those that exist, each locked until the transaction ends. */
  List<TrackedMessage> lock(List<MessageKey> keys) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LOCK)) {
      Columns<MessageKey> rows = new Columns<>(connection, keys);
      select.setArray(1, rows.bigints(MessageKey::sendingId));
      select.setArray(2, rows.bigints(MessageKey::messageId));
      return read(select);
    }
  }

  /** Some that have passed their deadline, locked; those that others hold are skipped. */
  List<TrackedMessage> lockDue(Instant now, int limit) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LOCK_DUE)) {
      select.setTimestamp(1, Timestamp.from(now));
      select.setInt(2, limit);
      return read(select);
    }
  }

  /** Writes what was learnt about locked ones. */
  void update(List<TrackedMessage> messages) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(UPDATE)) {
      Columns<TrackedMessage> rows = new Columns<>(connection, messages);
      update.setArray(1, rows.bigints(row -> row.key().sendingId()));
      update.setArray(2, rows.bigints(row -> row.key().messageId()));
      update.setArray(3, rows.integers(TrackedMessage::segments));
      update.setArray(4, rows.texts(row -> Submissions.write(row.submissions())));
      update.setArray(5, rows.integers(row -> row.state().dlr()));
      update.setArray(6, rows.integers(row -> row.state().ptt()));
      update.setArray(7, rows.times(TrackedMessage::changedAt));
      update.setArray(8, rows.times(TrackedMessage::expiresAt));
      update.setArray(9, rows.times(TrackedMessage::deadline));
      update.setArray(10, rows.integers(TrackedMessage::changes));
      update.setArray(11, rows.booleans(row -> row.state().isFinal()));
      update.executeUpdate();
    }
  }

  private static List<TrackedMessage> read(PreparedStatement select) throws SQLException {
    List<TrackedMessage> messages = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        messages.add(
            new TrackedMessage(
                new MessageKey(row.getLong(1), row.getLong(2)),
                new Owner(row.getString(3), row.getString(4), row.getLong(5)),
                row.getInt(6),
                Submissions.read(row.getString(7)),
                new DeliveryState(row.getInt(8), row.getInt(9)),
                row.getTimestamp(10).toInstant(),
                row.getTimestamp(11).toInstant(),
                row.getTimestamp(12).toInstant(),
                row.getInt(13)));
      }
    }
    return messages;
  }
}
