package io.facteur.embedded.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Makes databases and their owners in a running server of the loopback address, as its superuser.
 */
public final class PostgresDatabases {

  private final int port;
  private final String password;

  public PostgresDatabases(int port, String password) {
    this.port = port;
    this.password = password;
  }

  /** The address of a database, as JDBC wants it. */
  public static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Makes a database and the role that owns it; the role keeps its name and gets this password when
   * it exists. Nobody else may connect to the database.
   *
   * @throws SQLException when the database exists
   */
  public void create(String database, String owner, String ownerPassword) throws SQLException {
    try (var connection = connect()) {
      if (!roleExists(connection, owner)) {
        execute(connection, "CREATE ROLE %I LOGIN", owner);
      }
      execute(connection, "ALTER ROLE %I PASSWORD %L", owner, ownerPassword);
      execute(connection, "CREATE DATABASE %I OWNER %I", database, owner);
      execute(connection, "REVOKE ALL ON DATABASE %I FROM PUBLIC", database);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(port, "postgres"), PostgresCluster.SUPERUSER, password);
  }

  private static boolean roleExists(Connection connection, String role) throws SQLException {
    try (var query = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
      query.setString(1, role);
      try (var rows = query.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Statements about roles and databases take no parameters: the server itself quotes them. */
  private static void execute(Connection connection, String format, String... arguments)
      throws SQLException {
    String statement;
    try (var query = connection.prepareStatement("SELECT format(?, VARIADIC ?)")) {
      query.setString(1, format);
      query.setArray(2, connection.createArrayOf("text", arguments));
      try (var rows = query.executeQuery()) {
        rows.next();
        statement = rows.getString(1);
      }
    }
    try (var quoted = connection.createStatement()) {
      quoted.execute(statement);
    }
  }
}
