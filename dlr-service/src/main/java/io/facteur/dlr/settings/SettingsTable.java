package io.facteur.dlr.settings;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements on {@code account_settings}; all in the caller's transaction. */
@ApplicationScoped
public class SettingsTable {

  private static final String SELECT =
      "SELECT service_name, version, CASE WHEN call_back IS DISTINCT FROM gone_url"
          + " THEN call_back END, secret, CASE WHEN previous_until > now() THEN previous_secret END"
          + " FROM account_settings WHERE service_name = ANY (?) ORDER BY service_name";

  private static final String PLACEHOLDERS =
      "INSERT INTO account_settings (service_name, version, secret)"
          + " VALUES (?, 0, ?) ON CONFLICT DO NOTHING";

  private static final String APPLY =
      "INSERT INTO account_settings AS a (service_name, version, call_back, closed, secret)"
          + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (service_name) DO UPDATE"
          + " SET version = excluded.version, call_back = excluded.call_back,"
          + " closed = excluded.closed, gone_url = NULL WHERE a.version < excluded.version";

  private static final String GONE =
      "UPDATE account_settings SET gone_url = call_back"
          + " WHERE service_name = ? AND call_back = ?";

  private static final String ROTATE =
      "UPDATE account_settings SET previous_secret = secret, previous_until = ?, secret = ?"
          + " WHERE service_name = ?";

  private final AgroalDataSource dataSource;
  private final SecureRandom random = new SecureRandom();

  SettingsTable(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What is known now; accounts that nothing was heard of are left out. */
  public Map<String, AccountSettings> read(Collection<String> serviceNames) throws SQLException {
    return select(SELECT, serviceNames);
  }

  /**
   * What is known now, of all that are asked for, and does not change before the transaction ends.
   */
  public Map<String, AccountSettings> readAndHold(Collection<String> serviceNames)
      throws SQLException {
    List<String> sorted = serviceNames.stream().sorted().distinct().toList();
    ensure(sorted);
    return select(SELECT + " FOR SHARE", sorted);
  }

  /** Makes rows, and with them secrets, for accounts that nothing was heard of; sorted. */
  public void ensure(List<String> serviceNames) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(PLACEHOLDERS)) {
      for (String serviceName : serviceNames) {
        insert.setString(1, serviceName);
        insert.setBytes(2, newSecret());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Takes over the state that an event brings.
   *
   * @return false when this version or a newer one is known already
   */
  public boolean apply(AccountState state) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert = connection.prepareStatement(APPLY)) {
      upsert.setString(1, state.serviceName());
      upsert.setLong(2, state.version());
      upsert.setString(3, state.closed() ? null : state.callBack());
      upsert.setBoolean(4, state.closed());
      upsert.setBytes(5, newSecret());
      return upsert.executeUpdate() == 1;
    }
  }

  /** Stops calls to a URL that is gone, until the account's settings change. */
  public void gone(String serviceName, String url) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(GONE)) {
      update.setString(1, serviceName);
      update.setString(2, url);
      update.executeUpdate();
    }
  }

  /** Makes a new secret; the old one is used beside it until the given time. */
  public void rotate(String serviceName, Instant until) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(ROTATE)) {
      update.setTimestamp(1, Timestamp.from(until));
      update.setBytes(2, newSecret());
      update.setString(3, serviceName);
      update.executeUpdate();
    }
  }

  private byte[] newSecret() {
    byte[] secret = new byte[Secret.BYTES];
    random.nextBytes(secret);
    return secret;
  }

  private Map<String, AccountSettings> select(String statement, Collection<String> serviceNames)
      throws SQLException {
    Map<String, AccountSettings> found = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(statement)) {
      select.setArray(1, connection.createArrayOf("text", serviceNames.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String serviceName = row.getString(1);
          found.put(
              serviceName,
              new AccountSettings(
                  serviceName,
                  row.getLong(2),
                  Optional.ofNullable(row.getString(3)),
                  secrets(row.getBytes(4), row.getBytes(5))));
        }
      }
    }
    return found;
  }

  /** The secrets of two columns, of which the second may be null. */
  public static List<Secret> secrets(byte[] present, byte[] previous) {
    List<Secret> secrets = new ArrayList<>();
    secrets.add(Secret.of(present));
    if (previous != null) {
      secrets.add(Secret.of(previous));
    }
    return List.copyOf(secrets);
  }
}
