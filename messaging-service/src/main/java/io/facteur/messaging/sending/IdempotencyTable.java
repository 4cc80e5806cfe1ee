package io.facteur.messaging.sending;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/** Keys of requests that were accepted, with what was answered. */
@ApplicationScoped
public class IdempotencyTable {

  private final AgroalDataSource dataSource;

  IdempotencyTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The earlier request under a key of this account. */
  public Optional<Sending.Idempotency> find(String serviceName, String key) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT key, body_hash, answer FROM idempotency_key"
                    + " WHERE service_name = ? AND key = ?")) {
      select.setString(1, serviceName);
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Sending.Idempotency(row.getString(1), row.getString(2), row.getString(3)))
            : Optional.empty();
      }
    }
  }

  /** False when a request under the same key came first. */
  boolean insert(Sending sending) throws SQLException {
    Sending.Idempotency key = sending.idempotency();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO idempotency_key (service_name, key, body_hash, sending_id, answer,"
                    + " created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, sending.serviceName());
      insert.setString(2, key.key());
      insert.setString(3, key.bodyHash());
      insert.setLong(4, sending.id());
      insert.setString(5, key.answer());
      insert.setTimestamp(6, Timestamp.from(sending.createdAt()));
      return insert.executeUpdate() == 1;
    }
  }
}
