package io.facteur.messaging.dispatch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** What becomes of claimed rows. */
@ApplicationScoped
class ResultTable {

  private final AgroalDataSource dataSource;

  ResultTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A row that goes back: nobody's, due again at the given time. */
  record Later(Submission submission, Instant due) {}

  /** These messages are out of the dispatcher's hands. */
  void remove(List<Submission> finished) throws SQLException {
    if (finished.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM ready WHERE message_id = ANY (?)")) {
      delete.setArray(
          1,
          connection.createArrayOf(
              "bigint", finished.stream().map(s -> s.content().messageId()).toArray()));
      delete.executeUpdate();
    }
  }

  /** Notes which segments are done of messages whose other segments are still on their way. */
  void progress(List<Submission> partly) throws SQLException {
    if (partly.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE ready SET segments_done = ? WHERE message_id = ?")) {
      for (Submission submission : partly) {
        update.setLong(1, submission.segmentsDone());
        update.setLong(2, submission.content().messageId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  void release(List<Later> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE ready SET claimed_by = NULL, waiting = true, due = ?, attempts = ?,"
                    + " unknown = ?, segments_done = ? WHERE message_id = ?")) {
      for (Later row : rows) {
        Submission submission = row.submission();
        update.setTimestamp(1, Timestamp.from(row.due()));
        update.setInt(2, submission.attempts() + 1);
        update.setInt(3, submission.unknown());
        update.setLong(4, submission.segmentsDone());
        update.setLong(5, submission.content().messageId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
