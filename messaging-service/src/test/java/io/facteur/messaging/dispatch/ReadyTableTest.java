package io.facteur.messaging.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.facteur.messaging.stack.SimulatorStack;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(SimulatorStack.class)
class ReadyTableTest {

  /** No session has it, so that nobody but the test claims. */
  private static final String LINK = "unbound";

  private static final int CAMPAIGN = 20_000;
  private static final long EPOCH = 1;

  @Inject ReadyTable ready;
  @Inject AgroalDataSource dataSource;

  /** The plan of a statement that is prepared once: it knows the tables' sizes and no value. */
  @ParameterizedTest
  @ValueSource(strings = {ReadyTable.CLAIM, ReadyTable.DUE})
  void looksRowsUpAndReadsNoTableFromEndToEnd(String statement) throws Exception {
    insert(1_900_000_000L + 10_000_000L * statement.length(), "sms-plan-1", 3, CAMPAIGN);

    List<String> plan = plan(statement);

    assertEquals(List.of(), plan.stream().filter(line -> line.contains("Seq Scan")).toList());
    assertEquals(List.of(), plan.stream().filter(line -> line.contains("Hash Join")).toList());
    assertTrue(plan.stream().anyMatch(line -> line.contains("ready_to_claim")), plan.toString());
  }

  @Test
  void sharesAClaimOverAccountsAndSendings() throws Exception {
    insert(2_100_000_000L, "sms-share-1", 1, 500);
    insert(2_200_000_000L, "sms-share-1", 1, 5);
    insert(2_300_000_000L, "sms-share-2", 1, 5);

    var perSending =
        claim(1, "", 30).stream()
            .collect(Collectors.groupingBy(s -> s.content().sendingId(), Collectors.counting()));

    assertEquals(3, perSending.size());
    assertEquals(5L, perSending.get(2_200_000_000L));
    assertEquals(5L, perSending.get(2_300_000_000L));
  }

  @Test
  void namesThePrioritiesThatHaveSomethingDue() throws Exception {
    assertFalse(ready.duePriorities("nobody's").contains(2));

    insert(2_400_000_000L, "sms-due-1", 2, 1);
    assertTrue(ready.duePriorities(LINK).contains(2));

    assertEquals(1, claim(2, "", 10).size());
    assertFalse(ready.duePriorities(LINK).contains(2));
  }

  private List<Submission> claim(int priority, String after, int most) throws SQLException {
    return ready.claim(new ReadyTable.Wanted(LINK, priority, after, most, EPOCH));
  }

  private void insert(long sendingId, String serviceName, int priority, int messages)
      throws SQLException {
    execute("SELECT ensure_partitions(?)", sendingId);
    execute(
        "INSERT INTO sending (id, state, service_name, settings_version, sender, text, messages,"
            + " amount, created_at) VALUES (?, 'accepted', ?, 1, 'Facteur', 'a', ?, 0, now())",
        sendingId,
        serviceName,
        messages);
    execute(
        "INSERT INTO message (sending_id, id, service_name, receiver, segments, amount)"
            + " SELECT ?, ? + n, ?, '+33600000000', 1, 1000 FROM generate_series(1, ?) n",
        sendingId,
        sendingId,
        serviceName,
        messages);
    execute(
        "INSERT INTO ready (message_id, sending_id, link, priority, service_name, expires_at)"
            + " SELECT ? + n, ?, ?, ?, ?, now() + interval '1 hour' FROM generate_series(1, ?) n",
        sendingId,
        sendingId,
        LINK,
        priority,
        serviceName,
        messages);
  }

  private void execute(String statement, Object... parameters) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      prepared.execute();
    }
  }

  private List<String> plan(String statement) throws SQLException {
    AtomicInteger parameters = new AtomicInteger();
    String numbered =
        Pattern.compile("\\?")
            .matcher(statement)
            .replaceAll(mark -> "\\$" + parameters.incrementAndGet());
    String nulls = "null" + ", null".repeat(parameters.get() - 1);
    List<String> lines = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement session = connection.createStatement()) {
      session.execute("SET plan_cache_mode = force_generic_plan");
      session.execute("PREPARE planned AS " + numbered);
      try (ResultSet row = session.executeQuery("EXPLAIN EXECUTE planned (" + nulls + ")")) {
        while (row.next()) {
          lines.add(row.getString(1));
        }
      }
      session.execute("DEALLOCATE planned");
      session.execute("RESET plan_cache_mode");
    }
    return lines;
  }
}
