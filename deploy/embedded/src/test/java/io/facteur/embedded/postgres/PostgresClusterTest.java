package io.facteur.embedded.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.embedded.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresClusterTest {

  @TempDir static Path directory;
  static PostgresCluster cluster;
  static ServerProcess server;
  static int port;

  @BeforeAll
  static void createAndStart() throws IOException {
    Path root = Path.of(System.getProperty("facteur.root"));
    cluster =
        new PostgresCluster(
            PostgresBinaries.in(root.resolve("deploy/embedded/target/postgres")),
            directory.resolve("data"),
            root.resolve("deploy/embedded/postgresql.conf"),
            "superuser's");
    cluster.create(Map.of("billing", "one", "users", "it's two"));
    port = ServerProcess.freePort();
    server = cluster.start(port, directory.resolve("postgresql.log"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void isDurable(String setting) throws SQLException {
    assertEquals("on", ask("billing", "billing", "one", "SHOW " + setting));
  }

  @Test
  void givesEveryDatabaseToTheRoleOfItsName() throws SQLException {
    String owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'users'";
    assertEquals("users", ask("users", "users", "it's two", owner));
  }

  @Test
  void keepsOtherRolesOut() {
    assertThrows(SQLException.class, () -> ask("users", "billing", "one", "SELECT 1"));
  }

  @Test
  void asksForThePassword() {
    assertThrows(SQLException.class, () -> ask("billing", "billing", "wrong", "SELECT 1"));
  }

  @Test
  void leavesAnExistingClusterAlone() throws IOException, SQLException {
    cluster.create(Map.of("billing", "another"));
    assertEquals("1", ask("billing", "billing", "one", "SELECT 1"));
  }

  @Test
  void leavesNothingBesideTheCluster() throws IOException {
    try (var paths = Files.list(directory)) {
      assertFalse(paths.anyMatch(path -> path.getFileName().toString().contains("initdb")));
    }
  }

  private static String ask(String database, String user, String password, String query)
      throws SQLException {
    String url = PostgresDatabases.url(port, database);
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
