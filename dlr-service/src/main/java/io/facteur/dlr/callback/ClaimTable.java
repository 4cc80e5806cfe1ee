package io.facteur.dlr.callback;

import io.agroal.api.AgroalDataSource;
import io.facteur.dlr.database.Columns;
import io.facteur.dlr.ptt.DeliveryState;
import io.facteur.dlr.settings.SettingsTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How due calls are taken. */
@ApplicationScoped
class ClaimTable {

  /** Lanes looked at in one go. */
  private static final int MAX_LANES = 1_000;

  // Hops from lane to lane through the index, however many rows each lane has.
  private static final String LANES =
      "WITH RECURSIVE hop AS ((SELECT lane FROM callback WHERE state = 'due'"
          + " AND claimed_by IS NULL ORDER BY lane LIMIT 1) UNION ALL"
          + " SELECT (SELECT c.lane FROM callback c WHERE c.state = 'due'"
          + " AND c.claimed_by IS NULL AND c.lane > hop.lane ORDER BY c.lane LIMIT 1)"
          + " FROM hop WHERE hop.lane IS NOT NULL)"
          + " SELECT lane FROM hop WHERE lane IS NOT NULL AND EXISTS (SELECT 1 FROM callback c"
          + " WHERE c.lane = hop.lane AND c.state = 'due' AND c.claimed_by IS NULL"
          + " AND c.due_at <= ?) LIMIT "
          + MAX_LANES;

  // By ctid, so that the plan looks the locked rows up, whatever the table's size was when it was
  // made. A row that changed between snapshot and lock is left to the next claim.
  private static final String CLAIM =
      "UPDATE callback AS c SET claimed_by = ? FROM account_settings AS a"
          + " WHERE c.ctid = ANY (ARRAY(SELECT q.ctid FROM"
          + " unnest(?::text[], ?::integer[]) AS r (lane, room) CROSS JOIN LATERAL"
          + " (SELECT ctid FROM callback d WHERE d.state = 'due'"
          + " AND d.claimed_by IS NULL AND d.lane = r.lane AND d.due_at <= ?"
          + " ORDER BY d.due_at LIMIT r.room FOR UPDATE SKIP LOCKED) AS q))"
          + " AND a.service_name = c.service_name"
          + " RETURNING c.message_id, c.change, c.service_name, c.dlr, c.ptt, c.changed_at, c.url,"
          + " c.lane, c.attempts, a.secret,"
          + " CASE WHEN a.previous_until > now() THEN a.previous_secret END";

  private final AgroalDataSource dataSource;

  ClaimTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Lanes that have something due. */
  List<String> lanes(Instant now) throws SQLException {
    List<String> lanes = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LANES)) {
      select.setTimestamp(1, Timestamp.from(now));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lanes.add(row.getString(1));
        }
      }
    }
    return lanes;
  }

  /** Claims the longest due calls of each lane, at most as many as there is room for. */
  List<Callback> claim(long epoch, Map<String, Integer> rooms, Instant now) throws SQLException {
    List<Callback> claimed = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(CLAIM)) {
      Columns<Map.Entry<String, Integer>> rows =
          new Columns<>(connection, List.copyOf(rooms.entrySet()));
      update.setLong(1, epoch);
      update.setArray(2, rows.texts(Map.Entry::getKey));
      update.setArray(3, rows.integers(Map.Entry::getValue));
      update.setTimestamp(4, Timestamp.from(now));
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          claimed.add(
              new Callback(
                  new CallbackKey(row.getLong(1), row.getInt(2)),
                  row.getString(3),
                  new DeliveryState(row.getInt(4), row.getInt(5)),
                  row.getTimestamp(6).toInstant(),
                  row.getString(7),
                  row.getString(8),
                  row.getInt(9),
                  SettingsTable.secrets(row.getBytes(10), row.getBytes(11))));
        }
      }
    }
    return claimed;
  }
}
