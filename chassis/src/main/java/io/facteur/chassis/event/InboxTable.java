package io.facteur.chassis.event;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which events this service has reacted to. */
@ApplicationScoped
class InboxTable {

  /** In the order of the keys, so that two replicas never wait for each other. */
  private static final String INSERT =
      """
      INSERT INTO inbox (source, event_id)
      SELECT * FROM unnest(?::text[], ?::text[]) AS e (source, event_id) ORDER BY 1, 2
      ON CONFLICT DO NOTHING RETURNING source, event_id
      """;

  private final AgroalDataSource dataSource;

  InboxTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Those that are new; waits for another replica that handles one of them right now. */
  List<IncomingEvent> insert(List<IncomingEvent> events) {
    Map<Key, IncomingEvent> given = new LinkedHashMap<>();
    events.forEach(event -> given.putIfAbsent(Key.of(event), event));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, texts(connection, given.keySet(), Key::source));
      insert.setArray(2, texts(connection, given.keySet(), Key::eventId));
      Set<Key> fresh = new HashSet<>();
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          fresh.add(new Key(row.getString(1), row.getString(2)));
        }
      }
      given.keySet().retainAll(fresh);
      return List.copyOf(given.values());
    } catch (SQLException problem) {
      throw new EventStoreException("inbox", problem);
    }
  }

  private static Array texts(Connection connection, Set<Key> keys, Function<Key, String> part)
      throws SQLException {
    return connection.createArrayOf("text", keys.stream().map(part).toArray());
  }

  private record Key(String source, String eventId) {
    static Key of(IncomingEvent event) {
      return new Key(event.source(), event.id());
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
