package io.facteur.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.local.client.Access;
import io.facteur.local.client.ApiClient;
import io.facteur.local.client.SimulatorControl;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each of the nine processes is killed under load, and started again: nothing that was accepted is
 * lost, nothing is charged twice or stays held, and the operator sees at most one window twice.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {

  /** Holds that nobody resolved are asked about after seconds. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "FACTEUR_BILLING_HOLDS_UNRESOLVED_AFTER", "7s",
          "FACTEUR_BILLING_HOLDS_ASK_EVERY", "1s",
          "FACTEUR_BILLING_HOLDS_ASK_AT_MOST_EVERY", "7s");

  private static final int PER_SECOND = Integer.getInteger("facteur.kill.rate", 150);
  private static final int WINDOW = 100;

  /** So that messages are on their way to the operator when a process is killed. */
  private static final int OPERATOR_MILLIS = 150;

  private static final int BEFORE_KILL = PER_SECOND * 3 / 2;
  private static final int AFTER_START = PER_SECOND;
  private static final List<String> EVERYTHING =
      List.of(
          "gateway",
          "messaging-service",
          "billing-service",
          "dlr-service",
          "users-service",
          "simulator",
          "artemis",
          "redis",
          "postgresql");

  private static final Duration SETTLES = Duration.ofSeconds(60);
  private static final Duration GOES_ON = Duration.ofSeconds(30);
  private static final double EXACT = 0.0005;

  private static Access access;
  private static ApiClient api;
  private static SimulatorControl simulator;
  private static String account;

  @BeforeAll
  static void up() throws Exception {
    LocalStack.run("reset");
    assertEquals(0, LocalStack.run("up", IMPATIENT).exit());
    access = LocalStack.access();
    api = access.client();
    simulator = new SimulatorControl(access.simulator().control());
    account = "/sms/" + access.serviceName();
  }

  @AfterAll
  static void down() throws Exception {
    assertEquals(0, LocalStack.run("down").exit());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulator",
        "messaging-service",
        "postgresql",
        "artemis",
        "billing-service",
        "dlr-service",
        "gateway",
        "users-service",
        "redis"
      })
  @Order(1)
  void losesNothingAndChargesNothingTwice(String process) throws Exception {
    new Round(process, List.of(process)).run();
  }

  @Test
  @Order(2)
  void losesNothingWhenAllAreKilledAtOnce() throws Exception {
    new Round("everything", EVERYTHING).run();
  }

  @Test
  @Order(3)
  void hasALedgerThatAddsUp() throws Exception {
    JsonNode proof = api.as(access.operator()).get("/admin/reconciliation");
    assertTrue(proof.path("balanced").asBoolean(), proof.toString());
  }

  /** Load, a kill in it, and what became of the messages. */
  private static final class Round {
    private final String name;
    private final List<String> victims;
    private final SteadyLoad load;
    private final SentMessages messages;
    private final double before;

    Round(String name, List<String> victims) throws IOException {
      this.name = name;
      this.victims = victims;
      this.load = new SteadyLoad(api, account, access.sender(), name, PER_SECOND);
      this.messages = new SentMessages(api, account, name);
      this.before = credits();
      simulator.reset();
      simulator.delayAnswers(OPERATOR_MILLIS);
    }

    void run() throws Exception {
      load.start();
      try {
        awaitAccepted(BEFORE_KILL);
        LocalStack.kill(victims);
        assertEquals(0, LocalStack.run("up", IMPATIENT).exit());
        awaitAccepted(load.accepted().size() + AFTER_START);
      } finally {
        load.stop();
      }
      System.out.printf(
          "%s: %d accepted, %d without answer %s%n",
          name, load.accepted().size(), load.unanswered().size(), load.reasons());
      awaitEnds();
      check();
    }

    private void awaitAccepted(int count) {
      await(name).atMost(GOES_ON).until(() -> load.accepted().size() >= count);
    }

    private void awaitEnds() {
      await(name)
          .atMost(SETTLES)
          .pollInterval(Duration.ofMillis(500))
          .until(
              () ->
                  messages.waiting().isEmpty()
                      && messages.all().containsAll(load.accepted().keySet())
                      && messages.withoutEnd().isEmpty());
    }

    private void check() throws IOException {
      Set<Long> delivered = messages.delivered();
      Set<Long> refused = messages.refused();
      SimulatorControl.Taken taken = simulator.taken();
      System.out.printf(
          "%s: %d delivered, %d refused and paid back, the operator has %s%n",
          name, delivered.size(), refused.size(), taken);
      assertEquals(messages.all().size(), delivered.size() + refused.size());
      checkRefused(refused);
      checkUnanswered();
      await(name)
          .atMost(SETTLES)
          .untilAsserted(() -> assertEquals(before - delivered.size(), credits(), EXACT));
      assertEquals(delivered.size(), taken.distinct());
      assertTrue(taken.duplicates() <= WINDOW, taken.toString());
    }

    private void checkRefused(Set<Long> refused) {
      load.accepted()
          .forEach(
              (id, text) -> assertEquals(SteadyLoad.isRefused(text), refused.contains(id), text));
    }

    /** Messages that no answer named are sends that got no answer, each at most once. */
    private void checkUnanswered() throws IOException {
      Set<Long> unnamed = messages.all();
      unnamed.removeAll(load.accepted().keySet());
      Set<String> texts = new HashSet<>();
      for (long id : unnamed) {
        String text = messages.text(id);
        assertTrue(load.unanswered().contains(text), text + " was answered with another id");
        assertTrue(texts.add(text), text + " was accepted twice");
      }
    }
  }

  private static double credits() throws IOException {
    return api.get(account).path("creditsLeft").asDouble();
  }
}
