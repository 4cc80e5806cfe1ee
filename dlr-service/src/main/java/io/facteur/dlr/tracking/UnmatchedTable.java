package io.facteur.dlr.tracking;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Statements on the part of {@code receipt_match} that waits in vain. */
@ApplicationScoped
class UnmatchedTable {

  private static final String LIST =
      "SELECT link, operator_id, received_at, receipts FROM receipt_match"
          + " WHERE sending_id IS NULL ORDER BY received_at DESC LIMIT ?";

  private static final String DROP =
      "WITH dropped AS (DELETE FROM receipt_match WHERE drop_at < ? RETURNING sending_id)"
          + " SELECT count(*) FROM dropped WHERE sending_id IS NULL";

  private static final String COUNT =
      "SELECT count(*) FROM receipt_match WHERE sending_id IS NULL AND received_at < ?";

  private final AgroalDataSource dataSource;

  UnmatchedTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The newest. */
  List<Unmatched> list(int limit) throws SQLException {
    List<Unmatched> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(LIST)) {
      select.setInt(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Unmatched(
                  row.getString(1),
                  row.getString(2),
                  row.getTimestamp(3).toInstant(),
                  receipts(row.getString(2), row.getString(4))));
        }
      }
    }
    return found;
  }

  /** How many came before the given time. */
  long count(Instant before) throws SQLException {
    return number(COUNT, before);
  }

  /** Deletes every row of the match table whose time is over; counts those that never matched. */
  long drop(Instant now) throws SQLException {
    return number(DROP, now);
  }

  private long number(String statement, Instant time) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.setTimestamp(1, Timestamp.from(time));
      try (ResultSet row = prepared.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Unmatched.Receipt> receipts(String operatorId, String text) {
    return EarlyReceipts.read(operatorId, text).stream()
        .map(each -> new Unmatched.Receipt(each.stat(), each.err(), each.at()))
        .toList();
  }
}
