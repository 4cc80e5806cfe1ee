package io.facteur.dlr.tracking;

import io.agroal.api.AgroalDataSource;
import io.facteur.dlr.ptt.DeliveryState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What a test looks up in the tables of this service. */
@ApplicationScoped
public class Database {

  private final AgroalDataSource dataSource;

  Database(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  Optional<DeliveryState> state(MessageKey key) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT dlr, ptt FROM tracked_message WHERE sending_id = ? AND message_id = ?")) {
      select.setLong(1, key.sendingId());
      select.setLong(2, key.messageId());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new DeliveryState(row.getInt(1), row.getInt(2)))
            : Optional.empty();
      }
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }

  public long number(String query, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
