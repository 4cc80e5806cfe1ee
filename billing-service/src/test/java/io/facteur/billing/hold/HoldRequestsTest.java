package io.facteur.billing.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.billing.Scene;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The question over the broker, as messaging asks it. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class HoldRequestsTest {

  private static final String ADDRESS = "facteur.billing.holds";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(1);

  @Inject Scene scene;

  @Test
  void everySendingOfARequestIsAnsweredInItsOrder() {
    String account = scene.account(1000);
    long first = scene.sending();
    long second = scene.sending();
    JsonArray answers =
        new JsonObject(
                TestBroker.request(
                    ADDRESS,
                    request(Instant.now().plus(LIMIT), account, 700, first, second),
                    LIMIT))
            .getJsonArray("answers");
    assertEquals(answer(first, "held", 300), answers.getJsonObject(0));
    assertEquals(answer(second, "noCredit", 300), answers.getJsonObject(1));
  }

  @Test
  void requestPastItsDeadlineIsDroppedUnanswered() {
    String account = scene.account(1000);
    String late = request(Instant.now().minusMillis(1), account, 700, scene.sending());
    assertThrows(AssertionError.class, () -> TestBroker.request(ADDRESS, late, SILENCE));
    assertEquals(1000, scene.balance(account, "available"));
  }

  @Test
  void requestsThatCannotBeReadDoNotStopTheNext() {
    for (String poison :
        new String[] {
          "no json",
          "[]",
          "{}",
          "{\"deadline\":\"2099-01-01T00:00:00Z\",\"holds\":[]}",
          "{\"deadline\":\"2099-01-01T00:00:00Z\",\"holds\":[{\"sendingId\":-1}]}",
          "{\"deadline\":\"2099-01-01T00:00:00Z\",\"holds\":[null]}"
        }) {
      TestBroker.send(ADDRESS, "no.event", "poison", poison);
      assertThrows(AssertionError.class, () -> TestBroker.request(ADDRESS, poison, SILENCE));
    }
    everySendingOfARequestIsAnsweredInItsOrder();
  }

  @Test
  void readerThatHasGoneDoesNotKeepTheNextFromItsAnswer() {
    String account = scene.account(1000);
    String request = request(Instant.now().plus(LIMIT), account, 100, scene.sending());
    assertThrows(
        AssertionError.class, () -> TestBroker.request(ADDRESS, request, Duration.ofMillis(1)));
    everySendingOfARequestIsAnsweredInItsOrder();
  }

  static String request(Instant deadline, String account, long amount, long... sendings) {
    JsonArray holds = new JsonArray();
    for (long sending : sendings) {
      holds.add(
          new JsonObject()
              .put("sendingId", sending)
              .put("serviceName", account)
              .putNull("apiUser")
              .put("amount", amount));
    }
    return new JsonObject().put("deadline", deadline.toString()).put("holds", holds).encode();
  }

  private static JsonObject answer(long sending, String outcome, long available) {
    return new JsonObject()
        .put("sendingId", sending)
        .put("outcome", outcome)
        .put("available", available);
  }
}
