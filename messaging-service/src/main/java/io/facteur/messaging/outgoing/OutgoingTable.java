package io.facteur.messaging.outgoing;

import io.agroal.api.AgroalDataSource;
import io.facteur.messaging.message.MessageState;
import io.facteur.messaging.text.SmsText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages as their accounts read them. */
@ApplicationScoped
class OutgoingTable {

  private static final double THOUSANDTHS = 1000.0;

  private static final String ONE =
      """
      SELECT m.id, s.created_at, m.amount, m.final_at, m.dlr, s.scheduled_at, coalesce(m.text, s.text),
             m.segments, m.ptt, m.receiver, s.sender, m.submitted_at, s.tag, m.state, s.ucs2
      FROM message m JOIN sending s ON s.id = m.sending_id
      WHERE m.service_name = ? AND m.id = ?
      """;

  private static final String SENT =
      """
      SELECT m.id FROM message m JOIN sending s ON s.id = m.sending_id
      WHERE m.service_name = ? AND m.state NOT IN (0, 6)
        AND coalesce(s.tag, '') = coalesce(?, s.tag, '')
        AND s.sender = coalesce(?, s.sender)
        AND m.receiver = coalesce(?, m.receiver)
        AND m.ptt = coalesce(?, m.ptt)
        AND m.dlr = coalesce(?, m.dlr)
        AND s.created_at >= coalesce(?, s.created_at)
        AND s.created_at <= coalesce(?, s.created_at)
      ORDER BY m.id DESC LIMIT ?
      """;

  private final AgroalDataSource dataSource;

  OutgoingTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One message of an account, with its state; empty when the account has none of that id. */
  Optional<Found> find(String serviceName, long id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(ONE)) {
      select.setString(1, serviceName);
      select.setLong(2, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(found(row)) : Optional.empty();
      }
    }
  }

  /** A message and where it is in its life. */
  record Found(OutgoingView view, MessageState state) {}

  /** Ids of an account's messages that are still to be submitted, the oldest first. */
  List<Long> pending(String serviceName, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT message_id FROM ready WHERE service_name = ? ORDER BY 1 LIMIT ?")) {
      select.setString(1, serviceName);
      select.setInt(2, most);
      return ids(select);
    }
  }

  /** Ids of an account's messages that left, the latest first. */
  List<Long> sent(String serviceName, OutgoingFilter filter, int most) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SENT)) {
      select.setString(1, serviceName);
      select.setString(2, OutgoingFilter.textOf(filter.tag));
      select.setString(3, OutgoingFilter.textOf(filter.sender));
      select.setString(4, OutgoingFilter.digitsOf(filter.receiver));
      select.setObject(5, OutgoingFilter.numberOf("ptt", filter.ptt), Types.INTEGER);
      select.setObject(
          6, OutgoingFilter.numberOf("deliveryReceipt", filter.deliveryReceipt), Types.INTEGER);
      select.setObject(
          7,
          OutgoingFilter.timeOf("creationDatetime.from", filter.from),
          Types.TIMESTAMP_WITH_TIMEZONE);
      select.setObject(
          8,
          OutgoingFilter.timeOf("creationDatetime.to", filter.to),
          Types.TIMESTAMP_WITH_TIMEZONE);
      select.setInt(9, most);
      return ids(select);
    }
  }

  private static List<Long> ids(PreparedStatement select) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  private static Found found(ResultSet row) throws SQLException {
    MessageState state = MessageState.ofCode(row.getShort(14));
    OffsetDateTime created = row.getObject(2, OffsetDateTime.class);
    OffsetDateTime planned = row.getObject(6, OffsetDateTime.class);
    String text = row.getString(7);
    boolean paidBack = state == MessageState.REFUSED || state == MessageState.CANCELLED;
    return new Found(
        new OutgoingView(
            row.getLong(1),
            created,
            paidBack ? 0 : row.getLong(3) / THOUSANDTHS,
            state == MessageState.DELIVERED ? row.getObject(4, OffsetDateTime.class) : null,
            row.getInt(5),
            planned == null ? 0 : Duration.between(created, planned).toMinutes(),
            text,
            SmsText.of(text, row.getBoolean(15)).units(),
            row.getInt(8),
            row.getInt(9),
            "+" + row.getString(10),
            row.getString(11),
            row.getObject(12, OffsetDateTime.class),
            row.getString(13) == null ? "" : row.getString(13),
            "",
            null,
            null),
        state);
  }
}
