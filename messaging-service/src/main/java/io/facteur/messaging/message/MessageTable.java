package io.facteur.messaging.message;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Changes of many messages' states at once. */
@ApplicationScoped
public class MessageTable {

  /** Rows are locked in the order of their keys, so that two writers never wait for each other. */
  private static final String CHANGE =
      """
      WITH change AS (
          SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::timestamptz[])
              AS c (sending_id, id, dlr, ptt, at)
          ORDER BY 1, 2
      ), locked AS (
          SELECT m.sending_id, m.id, c.dlr, c.ptt, c.at
          FROM change c CROSS JOIN LATERAL (
              SELECT sending_id, id FROM message
              WHERE sending_id = c.sending_id AND id = c.id AND state = ANY (?)
              FOR UPDATE) m
      )
      UPDATE message m SET state = ?, dlr = l.dlr, ptt = l.ptt,
             submitted_at = CASE WHEN ? THEN l.at ELSE m.submitted_at END,
             final_at = CASE WHEN ? THEN l.at ELSE m.final_at END
      FROM locked l WHERE m.sending_id = l.sending_id AND m.id = l.id
      """;

  private final AgroalDataSource dataSource;

  MessageTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What became of one message, and when: DLR id and ptt, as the reference lists them. */
  public record Change(long sendingId, long messageId, int dlr, int ptt, Instant at) {}

  /**
   * Brings messages into a state, those of them that may get there; the others stay as they are.
   *
   * @return how many changed
   */
  public int change(MessageState next, List<Change> changes) throws SQLException {
    if (changes.isEmpty()) {
      return 0;
    }
    List<Change> sorted =
        changes.stream()
            .sorted(
                Comparator.comparingLong(Change::sendingId).thenComparingLong(Change::messageId))
            .toList();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(CHANGE)) {
      update.setArray(1, array(connection, "bigint", sorted, Change::sendingId));
      update.setArray(2, array(connection, "bigint", sorted, Change::messageId));
      update.setArray(3, array(connection, "int", sorted, Change::dlr));
      update.setArray(4, array(connection, "int", sorted, Change::ptt));
      update.setArray(
          5, array(connection, "timestamptz", sorted, change -> change.at().toString()));
      update.setArray(6, connection.createArrayOf("smallint", MessageState.codesBefore(next)));
      update.setShort(7, next.code());
      update.setBoolean(8, next == MessageState.SUBMITTED);
      update.setBoolean(9, next.isFinal());
      return update.executeUpdate();
    }
  }

  private static Array array(
      Connection connection, String type, List<Change> changes, Function<Change, Object> field)
      throws SQLException {
    return connection.createArrayOf(type, changes.stream().map(field).toArray());
  }
}
