package io.facteur.messaging.dispatch;

import io.agroal.api.AgroalDataSource;
import io.facteur.messaging.text.SmsText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Claims on what is due. */
@ApplicationScoped
class ReadyTable {

  /**
   * A share for every account that has something due, then for every sending of an account: the
   * accounts after the one that was served last, 32 of them; of each its 8 oldest and 8 newest
   * sendings, so that old ones end and new ones start at once; of each sending its next messages.
   * Accounts and sendings are found by skipping through the index, whatever the number of rows.
   *
   * <p>The statement is planned once, perhaps while the tables are empty, and must not scan them
   * when they are full: so rows are looked up one by one (LATERAL with LIMIT, = ANY), and the
   * messages of a sending are bounded by its ids, which follow each other.
   */
  static final String CLAIM =
      """
      WITH RECURSIVE account AS (
          (SELECT service_name FROM ready
           WHERE link = ? AND priority = ? AND claimed_by IS NULL AND NOT waiting AND service_name > ?
           ORDER BY service_name LIMIT 1)
          UNION ALL
          (SELECT (SELECT r.service_name FROM ready r
                   WHERE r.link = ? AND r.priority = ? AND r.claimed_by IS NULL AND NOT r.waiting
                     AND r.service_name > a.service_name
                   ORDER BY r.service_name LIMIT 1)
           FROM account a WHERE a.service_name IS NOT NULL)
      ), served AS (
          SELECT service_name FROM account WHERE service_name IS NOT NULL LIMIT 32
      ), campaign AS (
          SELECT s.service_name, o.sending_id, o.sending_id + t.messages AS last_message
          FROM served s CROSS JOIN LATERAL (
              WITH RECURSIVE oldest AS (
                  (SELECT sending_id, 1 AS n FROM ready
                   WHERE link = ? AND priority = ? AND claimed_by IS NULL AND NOT waiting
                     AND service_name = s.service_name ORDER BY sending_id LIMIT 1)
                  UNION ALL
                  (SELECT (SELECT r.sending_id FROM ready r
                           WHERE r.link = ? AND r.priority = ? AND r.claimed_by IS NULL AND NOT r.waiting
                             AND r.service_name = s.service_name AND r.sending_id > o.sending_id
                           ORDER BY r.sending_id LIMIT 1), n + 1
                   FROM oldest o WHERE o.sending_id IS NOT NULL AND n < 8)
              ), newest AS (
                  (SELECT sending_id, 1 AS n FROM ready
                   WHERE link = ? AND priority = ? AND claimed_by IS NULL AND NOT waiting
                     AND service_name = s.service_name ORDER BY sending_id DESC LIMIT 1)
                  UNION ALL
                  (SELECT (SELECT r.sending_id FROM ready r
                           WHERE r.link = ? AND r.priority = ? AND r.claimed_by IS NULL AND NOT r.waiting
                             AND r.service_name = s.service_name AND r.sending_id < w.sending_id
                           ORDER BY r.sending_id DESC LIMIT 1), n + 1
                   FROM newest w WHERE w.sending_id IS NOT NULL AND n < 8)
              )
              SELECT sending_id FROM oldest WHERE sending_id IS NOT NULL
              UNION SELECT sending_id FROM newest WHERE sending_id IS NOT NULL
          ) o CROSS JOIN LATERAL (SELECT messages FROM sending WHERE id = o.sending_id LIMIT 1) t
      ), share AS (
          SELECT greatest(1, ceil(?::numeric / greatest(1, count(*))))::bigint AS n FROM campaign
      ), picked AS (
          SELECT p.message_id
          FROM campaign s CROSS JOIN share CROSS JOIN LATERAL (
              SELECT r.message_id FROM ready r
              WHERE r.link = ? AND r.priority = ? AND r.claimed_by IS NULL AND NOT r.waiting
                AND r.service_name = s.service_name AND r.sending_id = s.sending_id
                AND r.message_id > s.sending_id AND r.message_id <= s.last_message
              ORDER BY r.message_id LIMIT share.n FOR UPDATE SKIP LOCKED) p
          LIMIT ?
      ), claimed AS (
          UPDATE ready r SET claimed_by = ? WHERE r.message_id = ANY (ARRAY(SELECT message_id FROM picked))
          RETURNING r.message_id, r.sending_id, r.attempts, r.unknown, r.segments_done, r.expires_at
      )
      SELECT c.message_id, c.sending_id, s.service_name, s.api_user, s.settings_version, s.sender,
             m.receiver, coalesce(m.text, s.text), s.ucs2, s.message_class, m.amount, c.expires_at,
             c.attempts, c.unknown, c.segments_done
      FROM claimed c
      CROSS JOIN LATERAL (SELECT * FROM sending WHERE id = c.sending_id LIMIT 1) s
      CROSS JOIN LATERAL (SELECT * FROM message
                          WHERE sending_id = c.sending_id AND id = c.message_id LIMIT 1) m
      ORDER BY c.sending_id, c.message_id
      """;

  /** The order makes the plan go to the first row of the index, and LIMIT stop there. */
  static final String DUE =
      """
      SELECT p FROM generate_series(0, 3) p CROSS JOIN LATERAL (
          SELECT service_name FROM ready
          WHERE link = ? AND priority = p AND claimed_by IS NULL AND NOT waiting
          ORDER BY service_name LIMIT 1) r
      ORDER BY p
      """;

  private final AgroalDataSource dataSource;

  ReadyTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What one claim asks for. {@code afterAccount} is where the last round ended, empty at first.
   */
  record Wanted(String link, int priority, String afterAccount, int most, long epoch) {}

  /** Priorities that have something due, the most urgent first. Reads a few index pages. */
  List<Integer> duePriorities(String link) throws SQLException {
    List<Integer> due = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setString(1, link);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(row.getInt(1));
        }
      }
    }
    return due;
  }

  /** Claims up to {@code most} due messages of one priority; they are the caller's alone. */
  @Transactional
  List<Submission> claim(Wanted wanted) throws SQLException {
    List<Submission> claimed = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      bind(claim, wanted);
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(submission(row));
        }
      }
    }
    return claimed;
  }

  private static void bind(PreparedStatement claim, Wanted wanted) throws SQLException {
    int i = 1;
    claim.setString(i++, wanted.link());
    claim.setInt(i++, wanted.priority());
    claim.setString(i++, wanted.afterAccount());
    for (int scans = 0; scans < 5; scans++) {
      claim.setString(i++, wanted.link());
      claim.setInt(i++, wanted.priority());
    }
    claim.setInt(i++, wanted.most());
    claim.setString(i++, wanted.link());
    claim.setInt(i++, wanted.priority());
    claim.setInt(i++, wanted.most());
    claim.setLong(i, wanted.epoch());
  }

  private static Submission submission(ResultSet row) throws SQLException {
    Number messageClass = (Number) row.getObject(10);
    Submission.Content content =
        new Submission.Content(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            row.getLong(5),
            row.getString(6),
            row.getString(7),
            SmsText.of(row.getString(8), row.getBoolean(9)),
            messageClass == null ? null : messageClass.shortValue(),
            row.getLong(11),
            row.getObject(12, OffsetDateTime.class).toInstant());
    return new Submission(content, row.getInt(13), row.getInt(14), row.getLong(15));
  }
}
