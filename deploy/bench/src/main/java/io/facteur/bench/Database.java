package io.facteur.bench;

import io.facteur.bench.row.Ends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Messaging's database, asked what no client of the API can see at once. */
final class Database implements Ends, AutoCloseable {

  private static final List<String> DURABLE = List.of("fsync", "synchronous_commit");

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /** Connects with the secrets of the stack. */
  static Database of(Path state, int port) throws IOException, SQLException {
    String password = "";
    for (String line : Files.readAllLines(state.resolve("keys/secrets.env"))) {
      if (line.startsWith("MESSAGING_DATABASE_PASSWORD=")) {
        password = line.substring(line.indexOf('=') + 1).replaceAll("['\"]", "");
      }
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/messaging";
    return new Database(DriverManager.getConnection(url, "messaging", password));
  }

  /**
   * Refuses to measure what would not survive the loss of power.
   *
   * @throws IllegalStateException that names the setting
   */
  void requireDurable() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
          row.next();
          if (!row.getString(1).equals("on")) {
            throw new IllegalStateException(
                "PostgreSQL runs with " + setting + " = " + row.getString(1) + ": not durable");
          }
        }
      }
    }
  }

  @Override
  public long lastSending() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT coalesce(max(id), 0) FROM sending")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public Count after(long id) throws SQLException {
    String count =
        "SELECT count(*), count(*) FILTER (WHERE state IN (3, 4, 5)),"
            + " count(*) FILTER (WHERE state = 3) FROM message WHERE sending_id > ?";
    try (PreparedStatement select = connection.prepareStatement(count)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Count(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
