package io.facteur.messaging.outgoing;

import io.agroal.api.AgroalDataSource;
import io.facteur.chassis.event.Outbox;
import io.facteur.messaging.message.MessageState;
import io.facteur.messaging.message.MessageTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes a message back that nobody has claimed; its credits return by the event. */
@ApplicationScoped
class CancelTable {

  private static final String TYPE = "facteur.messaging.messages.cancelled.v1";

  private static final String TAKE =
      """
      WITH gone AS (
          DELETE FROM ready WHERE message_id = ? AND service_name = ? AND claimed_by IS NULL
              AND segments_done = 0
          RETURNING message_id, sending_id)
      SELECT g.message_id, g.sending_id, s.api_user, s.settings_version, m.amount
      FROM gone g JOIN sending s ON s.id = g.sending_id
      JOIN message m ON m.sending_id = g.sending_id AND m.id = g.message_id
      """;

  private final AgroalDataSource dataSource;
  private final MessageTable messages;
  private final Outbox outbox;
  private final Clock clock;

  CancelTable(AgroalDataSource dataSource, MessageTable messages, Outbox outbox, Clock clock) {
    this.dataSource = dataSource;
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** False when it is claimed, submitted, or not there: too late. */
  @Transactional
  boolean cancel(String serviceName, long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setLong(1, id);
      take.setString(2, serviceName);
      try (ResultSet row = take.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        Instant now = clock.instant();
        long sendingId = row.getLong(2);
        messages.change(
            MessageState.CANCELLED, List.of(new MessageTable.Change(sendingId, id, 0, 0, now)));
        Item item =
            new Item(
                id, sendingId, serviceName, row.getString(3), row.getLong(4), row.getLong(5), now);
        outbox.append(TYPE, new Body(List.of(item)));
        return true;
      }
    }
  }

  private record Body(List<Item> messages) {}

  private record Item(
      long messageId,
      long sendingId,
      String serviceName,
      String apiUser,
      long settingsVersion,
      long amount,
      Instant at) {}
}
