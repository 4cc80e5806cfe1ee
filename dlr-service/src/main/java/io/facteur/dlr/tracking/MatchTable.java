package io.facteur.dlr.tracking;

import io.agroal.api.AgroalDataSource;
import io.facteur.dlr.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The statements on {@code receipt_match}, where submissions and receipts find each other by the
 * operator's id. Rows are written in the order of their ids, so that two batches that share some
 * wait for each other and never for ever.
 */
@ApplicationScoped
class MatchTable {

  private static final String SUBMIT =
      "WITH met AS (INSERT INTO receipt_match AS m"
          + " (link, operator_id, sending_id, message_id, drop_at)"
          + " SELECT ?, v.*, ?::timestamptz FROM unnest(?::text[], ?::bigint[], ?::bigint[]) v"
          + " ON CONFLICT (link, operator_id) DO UPDATE SET sending_id = excluded.sending_id,"
          + " message_id = excluded.message_id, drop_at = excluded.drop_at,"
          + " receipts = CASE WHEN m.received_at >= ?::timestamptz THEN m.receipts END"
          + " RETURNING m.operator_id, m.sending_id, m.message_id, m.receipts)"
          + " SELECT * FROM met WHERE receipts IS NOT NULL";

  private static final String FIND =
      "SELECT k.operator_id, m.sending_id, m.message_id FROM unnest(?::text[]) AS k (operator_id)"
          + " CROSS JOIN LATERAL (SELECT sending_id, message_id FROM receipt_match r"
          + " WHERE r.link = ? AND r.operator_id = k.operator_id AND r.sending_id IS NOT NULL"
          + " LIMIT 1) AS m";

  private static final String KEEP =
      "WITH met AS (INSERT INTO receipt_match AS m"
          + " (link, operator_id, receipts, received_at, drop_at)"
          + " SELECT ?, v.*, ?::timestamptz, ?::timestamptz FROM unnest(?::text[], ?::text[]) v"
          + " ON CONFLICT (link, operator_id) DO UPDATE SET receipts ="
          + " CASE WHEN length(m.receipts) > ? THEN m.receipts"
          + " ELSE concat_ws(E'\\n', m.receipts, excluded.receipts) END,"
          + " received_at = excluded.received_at"
          + " RETURNING m.operator_id, m.sending_id, m.message_id)"
          + " SELECT * FROM met WHERE sending_id IS NOT NULL";

  private static final String DELETE =
      "DELETE FROM receipt_match AS m USING unnest(?::text[], ?::text[]) AS k (link, operator_id)"
          + " WHERE m.link = k.link AND m.operator_id = k.operator_id";

  private final AgroalDataSource dataSource;

  MatchTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Stores which message each operator id stands for; an id that the operator uses again stands for
   * the newer one.
   *
   * @param dropAt when the ids are forgotten in any case
   * @param stale receipts stored before this time are about an older message, and forgotten
   * @return the ids whose receipts were there first
   */
  List<Match> submit(String link, SortedMap<String, MessageKey> ids, Instant dropAt, Instant stale)
      throws SQLException {
    List<Match> met = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(SUBMIT)) {
      Columns<Map.Entry<String, MessageKey>> rows =
          new Columns<>(connection, List.copyOf(ids.entrySet()));
      insert.setString(1, link);
      insert.setTimestamp(2, Timestamp.from(dropAt));
      insert.setArray(3, rows.texts(Map.Entry::getKey));
      insert.setArray(4, rows.bigints(row -> row.getValue().sendingId()));
      insert.setArray(5, rows.bigints(row -> row.getValue().messageId()));
      insert.setTimestamp(6, Timestamp.from(stale));
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          String operatorId = row.getString(1);
          MessageKey key = new MessageKey(row.getLong(2), row.getLong(3));
          met.add(new Match(operatorId, key, EarlyReceipts.read(operatorId, row.getString(4))));
        }
      }
    }
    return met;
  }

  /** The messages that these ids stand for; unknown ids are left out. */
  Map<String, MessageKey> find(String link, Collection<String> operatorIds) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setArray(1, connection.createArrayOf("text", operatorIds.toArray()));
      select.setString(2, link);
      return readKeys(select);
    }
  }

  /**
   * Keeps receipts until their submission comes.
   *
   * @return ids whose submission came in the meantime
   */
  Map<String, MessageKey> keep(
      String link, SortedMap<String, String> receipts, Instant now, Instant dropAt)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      Columns<Map.Entry<String, String>> rows =
          new Columns<>(connection, List.copyOf(receipts.entrySet()));
      insert.setString(1, link);
      insert.setTimestamp(2, Timestamp.from(now));
      insert.setTimestamp(3, Timestamp.from(dropAt));
      insert.setArray(4, rows.texts(Map.Entry::getKey));
      insert.setArray(5, rows.texts(Map.Entry::getValue));
      insert.setInt(6, EarlyReceipts.MAX_STORED);
      return readKeys(insert);
    }
  }

  /** Forgets ids. */
  void delete(List<LinkedId> ids) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      Columns<LinkedId> rows = new Columns<>(connection, ids);
      delete.setArray(1, rows.texts(LinkedId::link));
      delete.setArray(2, rows.texts(LinkedId::operatorId));
      delete.executeUpdate();
    }
  }

  private static Map<String, MessageKey> readKeys(PreparedStatement statement) throws SQLException {
    Map<String, MessageKey> keys = new TreeMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        keys.put(row.getString(1), new MessageKey(row.getLong(2), row.getLong(3)));
      }
    }
    return keys;
  }
}
