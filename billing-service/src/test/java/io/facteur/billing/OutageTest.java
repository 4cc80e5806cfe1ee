package io.facteur.billing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestBroker;
import io.facteur.testkit.TestPostgres;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What others do to billing: the broker and the database go away and come back. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class OutageTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @Inject Scene scene;
  @Inject Operator operator;

  @Test
  void questionsAreAnsweredAgainAfterTheBrokerCrashed() throws IOException {
    String account = scene.account(5000);
    assertEquals("held", hold(scene.sending(), account));
    TestBroker.kill();
    TestBroker.start();
    awaitAnswer(account);
    operator.reconcile().body("balanced", is(true));
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsAway() throws IOException {
    String account = scene.account(5000);
    long sending = scene.sending();
    assertEquals("held", hold(sending, account));
    TestPostgres.kill();
    try {
      assertThrows(AssertionError.class, () -> hold(scene.sending(), account));
      accept(sending, account);
    } finally {
      TestPostgres.start();
    }
    await().atMost(LONG).until(() -> balance(account, "consumed") == 1000);
    awaitAnswer(account);
    operator.reconcile().body("balanced", is(true));
  }

  private void awaitAnswer(String account) {
    long sending = scene.sending();
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () -> {
              try {
                return hold(sending, account).equals("held");
              } catch (AssertionError silence) {
                return false;
              }
            });
  }

  /** The connections that the crash has broken are found out one by one. */
  private long balance(String account, String kind) {
    try {
      return scene.balance(account, kind);
    } catch (IllegalStateException brokenConnection) {
      return -1;
    }
  }

  private void accept(long sending, String account) {
    scene.tellOfMessaging(
        "sending.accepted",
        "{\"sendings\":[{\"sendingId\":%d,\"serviceName\":\"%s\",\"amount\":1000}]}"
            .formatted(sending, account));
  }

  private static String hold(long sending, String account) {
    Duration limit = Duration.ofSeconds(2);
    String request =
        """
        {"deadline":"%s","holds":[{"sendingId":%d,"serviceName":"%s","apiUser":null,
        "amount":1000}]}"""
            .formatted(Instant.now().plus(limit), sending, account);
    String reply = TestBroker.request("facteur.billing.holds", request, limit);
    return new JsonObject(reply).getJsonArray("answers").getJsonObject(0).getString("outcome");
  }
}
