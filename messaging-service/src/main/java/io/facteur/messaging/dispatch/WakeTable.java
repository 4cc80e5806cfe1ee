package io.facteur.messaging.dispatch;

import io.agroal.api.AgroalDataSource;
import io.facteur.messaging.dispatch.Refusals.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows that wait for their time, and rows whose time is over. */
@ApplicationScoped
class WakeTable {

  private final AgroalDataSource dataSource;

  WakeTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes waiting rows claimable whose time has come; answers how many. */
  int wake(int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement wake =
            connection.prepareStatement(
                "UPDATE ready SET waiting = false WHERE message_id = ANY (ARRAY("
                    + "SELECT message_id FROM ready WHERE waiting AND due <= now()"
                    + " ORDER BY due LIMIT ? FOR UPDATE SKIP LOCKED))")) {
      wake.setInt(1, most);
      return wake.executeUpdate();
    }
  }

  /** Takes rows out that nobody has claimed and whose validity is over. */
  List<Refused> takeExpired(int most) throws SQLException {
    List<Refused> expired = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                """
                WITH gone AS (
                    DELETE FROM ready WHERE message_id = ANY (ARRAY(
                        SELECT message_id FROM ready
                        WHERE expires_at <= now() AND claimed_by IS NULL
                        ORDER BY message_id LIMIT ? FOR UPDATE SKIP LOCKED))
                    RETURNING message_id, sending_id)
                SELECT g.message_id, g.sending_id, s.service_name, s.api_user, s.settings_version,
                       m.amount
                FROM gone g JOIN sending s ON s.id = g.sending_id
                JOIN message m ON m.sending_id = g.sending_id AND m.id = g.message_id
                ORDER BY 1
                """)) {
      delete.setInt(1, most);
      try (ResultSet row = delete.executeQuery()) {
        while (row.next()) {
          expired.add(
              new Refused(
                  row.getLong(1),
                  row.getLong(2),
                  row.getString(3),
                  row.getString(4),
                  row.getLong(5),
                  row.getLong(6),
                  Refusals.PTT_EXPIRED));
        }
      }
    }
    return expired;
  }
}
