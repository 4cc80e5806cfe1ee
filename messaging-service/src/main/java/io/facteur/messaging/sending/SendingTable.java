package io.facteur.messaging.sending;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Inserts many sendings with their messages at once. */
@ApplicationScoped
class SendingTable {

  private static final String SENDINGS =
      """
      INSERT INTO sending (id, state, service_name, api_user, settings_version, sender, tag, text, ucs2,
          message_class, priority, messages, amount, created_at, scheduled_at, expires_at)
      SELECT id, 'accepted', service_name, api_user, settings_version, sender, tag, text, ucs2,
          message_class, priority, messages, amount, created_at, scheduled_at, expires_at
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
          ?::boolean[], ?::smallint[], ?::smallint[], ?::int[], ?::bigint[], ?::timestamptz[],
          ?::timestamptz[], ?::timestamptz[]) AS s (id, service_name, api_user, settings_version,
          sender, tag, text, ucs2, message_class, priority, messages, amount, created_at,
          scheduled_at, expires_at)
      ORDER BY id
      ON CONFLICT DO NOTHING RETURNING id
      """;

  private static final String MESSAGES =
      """
      INSERT INTO message (sending_id, id, service_name, receiver, text, segments, amount)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::smallint[],
          ?::bigint[])
      """;

  private static final String READY =
      """
      INSERT INTO ready (message_id, sending_id, link, priority, service_name, waiting, due,
          claimed_by, expires_at)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::smallint[], ?::text[], ?::boolean[],
          ?::timestamptz[], ?::bigint[], ?::timestamptz[])
      """;

  private static final String ABANDON =
      """
      INSERT INTO sending (id, state, service_name, settings_version, messages, amount, created_at)
      SELECT id, 'abandoned', service_name, 0, 0, 0, now()
      FROM unnest(?::bigint[], ?::text[]) AS s (id, service_name) ORDER BY id
      ON CONFLICT DO NOTHING
      """;

  private final AgroalDataSource dataSource;

  SendingTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Ids of those that are in now; the others were abandoned before. */
  Set<Long> insert(List<Sending> sendings) throws SQLException {
    Columns columns = new Columns(15);
    for (Sending s : sendings) {
      columns.row(
          s.id(),
          s.serviceName(),
          s.apiUser(),
          s.settingsVersion(),
          s.sender(),
          s.tag(),
          s.text(),
          s.ucs2(),
          s.messageClass(),
          s.priority(),
          s.messages().size(),
          s.amount(),
          s.createdAt(),
          s.scheduledAt(),
          s.expiresAt());
    }
    Set<Long> inserted = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(SENDINGS)) {
      columns.bind(
          connection,
          insert,
          "bigint",
          "text",
          "text",
          "bigint",
          "text",
          "text",
          "text",
          "boolean",
          "smallint",
          "smallint",
          "int",
          "bigint",
          "timestamptz",
          "timestamptz",
          "timestamptz");
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          inserted.add(row.getLong(1));
        }
      }
    }
    return inserted;
  }

  /** Those of the given ids that were accepted, now or earlier. */
  Set<Long> accepted(List<Long> ids) throws SQLException {
    Set<Long> accepted = new HashSet<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM sending WHERE id = ANY (?) AND state = 'accepted'")) {
      select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          accepted.add(row.getLong(1));
        }
      }
    }
    return accepted;
  }

  void insertMessages(List<Placed> placed) throws SQLException {
    Columns messages = new Columns(7);
    Columns ready = new Columns(9);
    for (Placed p : placed) {
      Sending s = p.sending();
      NewMessage m = p.message();
      messages.row(
          s.id(),
          m.id(),
          s.serviceName(),
          m.receiver(),
          m.ownText() ? m.wholeText() : null,
          m.text().segments(),
          m.amount());
      ready.row(
          m.id(),
          s.id(),
          s.link(),
          s.priority(),
          s.serviceName(),
          s.scheduledAt() != null,
          s.scheduledAt(),
          p.claimedBy(),
          s.expiresAt());
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(MESSAGES);
        PreparedStatement due = connection.prepareStatement(READY)) {
      messages.bind(
          connection, insert, "bigint", "bigint", "text", "text", "text", "smallint", "bigint");
      insert.executeUpdate();
      ready.bind(
          connection,
          due,
          "bigint",
          "bigint",
          "text",
          "smallint",
          "text",
          "boolean",
          "timestamptz",
          "bigint",
          "timestamptz");
      due.executeUpdate();
    }
  }

  /** A message with the epoch that claims it in its insert, or null. */
  record Placed(Sending sending, NewMessage message, Long claimedBy) {}

  /** Burns the ids, so that they can't be accepted any more; those that were accepted stay so. */
  void abandon(List<Long> ids, List<String> serviceNames) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(ABANDON)) {
      insert.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      insert.setArray(2, connection.createArrayOf("text", serviceNames.toArray()));
      insert.executeUpdate();
    }
  }
}
