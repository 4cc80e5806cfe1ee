package io.facteur.dlr.callback;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a test looks up and prepares in the tables of callbacks. */
@ApplicationScoped
public class Rows {

  private final AgroalDataSource dataSource;

  Rows(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  long count(String account) {
    return number("SELECT count(*) FROM callback WHERE service_name = ?", account);
  }

  long count(String account, String state) {
    return number(
        "SELECT count(*) FROM callback WHERE service_name = ? AND state = ?", account, state);
  }

  long attempts(String account) {
    return number(
        "SELECT coalesce(max(attempts), 0) FROM callback WHERE service_name = ?", account);
  }

  long version(String account) {
    return number(
        "SELECT coalesce(max(version), 0) FROM account_settings WHERE service_name = ?", account);
  }

  void insertClaimed(String account, String url, String lane, long epoch) {
    number(
        "WITH i AS (INSERT INTO callback (message_id, change, service_name, settings_version, dlr,"
            + " ptt, changed_at, state, url, lane, due_at, created_at, claimed_by)"
            + " VALUES (?, 1, ?, 1, 1, 4, now(), 'due', ?, ?, now(), now(), ?) RETURNING 1)"
            + " SELECT count(*) FROM i",
        epoch + 7_000_000,
        account,
        url,
        lane,
        epoch);
  }

  void age(long epoch) {
    number(
        "WITH u AS (UPDATE callback_instance SET renewed_at = now() - interval '1 minute'"
            + " WHERE epoch = ? RETURNING 1) SELECT count(*) FROM u",
        epoch);
  }

  void deleteAll(String account) {
    number(
        "WITH d AS (DELETE FROM callback WHERE service_name = ? RETURNING 1)"
            + " SELECT count(*) FROM d",
        account);
  }

  private long number(String query, Object... parameters) {
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
