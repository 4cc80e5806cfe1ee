package io.facteur.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FacteurStackTest {

  static final String EVENTS = "facteur.users.events";
  static final String QUEUE = "facteur.users.events::facteur.users.events.billing";
  static final String TYPE = "facteur.users.account.opened.v1";

  static Map<String, String> configuration;

  @BeforeAll
  static void start() {
    var stack = new FacteurStack();
    stack.init(Map.of("database", "billing"));
    configuration = stack.start();
  }

  @Test
  void carriesEventsBothWays() {
    TestBroker.send(EVENTS, TYPE, "1", "{\"version\":1}");
    ReceivedEvent event = TestBroker.receive(QUEUE, Duration.ofSeconds(5));
    assertEquals(new ReceivedEvent("1", TYPE, "facteur/users", true, "{\"version\":1}"), event);
    assertTrue(TestBroker.poll(QUEUE, Duration.ofMillis(100)).isEmpty());
  }

  @Test
  void keepsMessagesWhenTheBrokerCrashes() throws IOException {
    TestBroker.send(EVENTS, TYPE, "2", "{}");
    TestBroker.kill();
    assertThrows(IllegalStateException.class, () -> TestBroker.purge(QUEUE));
    TestBroker.start();
    assertEquals("2", TestBroker.receive(QUEUE, Duration.ofSeconds(5)).id());
  }

  @Test
  void keepsDataWhenTheDatabaseCrashes() throws Exception {
    update("CREATE TABLE kept AS SELECT 1 AS one");
    TestPostgres.kill();
    assertThrows(SQLException.class, FacteurStackTest::connect);
    TestPostgres.start();
    update("INSERT INTO kept SELECT one FROM kept");
    TestPostgres.stop();
    assertThrows(SQLException.class, FacteurStackTest::connect);
    TestPostgres.start();
    update("DROP TABLE kept");
  }

  @Test
  @SuppressWarnings("try") // The connection is there to be broken.
  void takesTheDatabaseAwayFromWhoIsConnected() throws Exception {
    try (var connection = connect()) {
      TestPostgres.stop();
      assertFalse(connection.isValid(1));
    } finally {
      TestPostgres.start();
    }
  }

  @Test
  void givesEveryStartOfTheApplicationAFreshStack() throws SQLException {
    TestBroker.send(EVENTS, TYPE, "3", "{}");
    var again = new FacteurStack();
    again.init(Map.of("database", "billing"));
    String url = again.start().get("quarkus.datasource.jdbc.url");
    assertFalse(url.equals(configuration.get("quarkus.datasource.jdbc.url")), url);
    assertTrue(TestBroker.poll(QUEUE, Duration.ofMillis(100)).isEmpty());
  }

  @Test
  void saysWhenNothingComes() {
    Duration limit = Duration.ofMillis(50);
    assertThrows(AssertionError.class, () -> TestBroker.receive("facteur.dead-letters", limit));
    assertThrows(
        AssertionError.class, () -> TestBroker.request("facteur.billing.holds", "{}", limit));
  }

  private static void update(String statement) throws SQLException {
    try (var connection = connect();
        var update = connection.createStatement()) {
      update.execute(statement);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        configuration.get("quarkus.datasource.jdbc.url"),
        configuration.get("quarkus.datasource.username"),
        configuration.get("quarkus.datasource.password"));
  }
}
