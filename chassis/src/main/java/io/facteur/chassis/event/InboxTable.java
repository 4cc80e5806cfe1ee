package io.facteur.chassis.event;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Which events this service has reacted to. */
@ApplicationScoped
class InboxTable {

  private final AgroalDataSource dataSource;

  InboxTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether the event is new; waits for another replica that handles the same event right now. */
  boolean insert(IncomingEvent event) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO inbox (source, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, event.source());
      insert.setString(2, event.id());
      return insert.executeUpdate() == 1;
    } catch (SQLException problem) {
      throw new EventStoreException("inbox", problem);
    }
  }

  /** Forgets what came before the given time; answers how many rows went. */
  int deleteOlderThan(Instant time) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM inbox WHERE received_at < ?")) {
      delete.setTimestamp(1, Timestamp.from(time));
      return delete.executeUpdate();
    } catch (SQLException problem) {
      throw new EventStoreException("inbox", problem);
    }
  }
}
