package io.facteur.dlr.tracking;

import static io.facteur.dlr.tracking.Messaging.item;
import static io.facteur.dlr.tracking.Messaging.receipt;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.dlr.ptt.DeliveryState;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.ReceivedEvent;
import io.facteur.testkit.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The simulator's odd receivers, as this service hears of them. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class MessagingEventsTest {

  private static final String UPDATES = "facteur.dlr.events::facteur.dlr.events.messaging";
  private static final String DEAD_LETTERS = "facteur.dead-letters::facteur.dead-letters";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject Database database;

  @Test
  void tellsMessagingThatAMessageWasDelivered() throws Exception {
    MessageKey key = Messaging.newMessage();
    Messaging.submits(item(key, "d" + key.messageId()));
    Messaging.receives(receipt("d" + key.messageId(), "DELIVRD", "000"));

    JsonNode delivery = updates(key, 1).get(0);
    assertEquals(key.sendingId(), delivery.get("sendingId").asLong());
    assertEquals("sms-fa00001-1", delivery.get("serviceName").asText());
    assertEquals(1, delivery.get("dlr").asInt());
    assertEquals(4, delivery.get("ptt").asInt());
    assertEquals(true, delivery.get("isFinal").asBoolean());
    assertTrue(Instant.parse(delivery.get("at").asText()).isAfter(Instant.now().minusSeconds(60)));
  }

  @Test
  void takesAReportThatOvertakesItsSubmission() {
    MessageKey key = Messaging.newMessage();
    Messaging.receives(receipt("o" + key.messageId(), "DELIVRD", "000"));
    await()
        .atMost(LIMIT)
        .until(() -> rows("receipt_match WHERE operator_id = ?", "o" + key.messageId()) == 1);
    Messaging.submits(item(key, "o" + key.messageId()));

    awaitState(key, DeliveryState.DELIVERED);
  }

  @Test
  void countsThreeReportsAsOne() throws Exception {
    MessageKey key = Messaging.newMessage();
    String id = "t" + key.messageId();
    Messaging.submits(item(key, id));
    for (int i = 0; i < 3; i++) {
      Messaging.receives(receipt(id, "DELIVRD", "000"));
    }
    Messaging.receives(receipt(id, "DELIVRD", "000"), receipt(id, "DELIVRD", "000"));

    assertEquals(1, updates(key, 1).size());
    awaitState(key, DeliveryState.DELIVERED);
    await()
        .atMost(LIMIT)
        .until(() -> rows("receipt_match WHERE sending_id IS NULL AND operator_id = ?", id) == 0);
  }

  @Test
  void tellsARetryAndThenTheEnd() throws Exception {
    MessageKey key = Messaging.newMessage();
    String id = "r" + key.messageId();
    Messaging.submits(item(key, id));
    Messaging.receives(receipt(id, "ENROUTE", "001"));
    awaitState(key, DeliveryState.retrying(1));
    Messaging.receives(receipt(id, "DELIVRD", "000"));

    List<JsonNode> told = updates(key, 2);
    assertEquals(List.of(4, 1), told.stream().map(each -> each.get("dlr").asInt()).toList());
    assertEquals(
        List.of(false, true), told.stream().map(each -> each.get("isFinal").asBoolean()).toList());
  }

  @Test
  void reactsOnceToARepeatedEvent() throws Exception {
    MessageKey key = Messaging.newMessage();
    String id = "e" + key.messageId();
    Messaging.submits(item(key, id));
    String eventId = UUID.randomUUID().toString();
    ReceiptsBatch batch = new ReceiptsBatch("main", List.of(receipt(id, "UNDELIV", "024")));
    for (int i = 0; i < 3; i++) {
      Messaging.sendAs(eventId, ReceiptsBatch.TYPE, batch);
    }

    awaitState(key, DeliveryState.failed(24));
    assertEquals(1, updates(key, 1).size());
  }

  @Test
  void tracksWhatMessagingRefused() {
    MessageKey key = Messaging.newMessage();
    Messaging.refuses(key, 23);

    awaitState(key, DeliveryState.refused(23));
  }

  @Test
  void endsWhatStaysSilentPastItsValidity() {
    MessageKey silent = Messaging.newMessage();
    MessageKey unknown = Messaging.newMessage();
    Messaging.submits(
        item(silent, 0, 1, "s" + silent.messageId(), Instant.now()), item(unknown, null));

    awaitState(silent, DeliveryState.EXPIRED);
    awaitState(unknown, DeliveryState.UNKNOWN);
  }

  @Test
  void putsUnreadableEventsAsideAndTakesThoseThatCameWithThem() {
    MessageKey key = Messaging.newMessage();
    String id = "p" + key.messageId();
    Messaging.submits(item(key, id));
    Set<String> unreadable = Set.of("{\"receipts\":7}", "no JSON at all", "{\"receipts\":[");
    for (String body : unreadable) {
      TestBroker.send(Messaging.ADDRESS, ReceiptsBatch.TYPE, UUID.randomUUID().toString(), body);
    }
    Messaging.receives(receipt(id, "DELIVRD", "000"));

    awaitState(key, DeliveryState.DELIVERED);
    Set<String> dead = new HashSet<>();
    for (int i = 0; i < unreadable.size(); i++) {
      dead.add(TestBroker.receive(DEAD_LETTERS, Duration.ofSeconds(90)).json());
    }
    assertEquals(unreadable, dead);
  }

  @Test
  void leavesABadItemOutAndTakesItsNeighbours() {
    MessageKey good = Messaging.newMessage();
    Messaging.submits(item(new MessageKey(-1, -1), "x"), item(good, "g" + good.messageId()));
    Messaging.receives(
        receipt("bad\u0000id", "DELIVRD", "000"), receipt("g" + good.messageId(), "DELIVRD", "0"));

    awaitState(good, DeliveryState.DELIVERED);
  }

  @Test
  void goesOnWhereItWasWhenTheBrokerRestarts() throws Exception {
    MessageKey key = Messaging.newMessage();
    Messaging.submits(item(key, "b" + key.messageId()));
    TestBroker.restart();
    Messaging.receives(receipt("b" + key.messageId(), "DELIVRD", "000"));

    awaitState(key, DeliveryState.DELIVERED);
    assertEquals(1, updates(key, 1).size());
  }

  private void awaitState(MessageKey key, DeliveryState state) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertEquals(Optional.of(state), database.state(key)));
  }

  private long rows(String where, Object parameter) {
    return database.number("SELECT count(*) FROM " + where, parameter);
  }

  /** What messaging was told about a message, in order; waits for so many. */
  private static List<JsonNode> updates(MessageKey key, int count) throws Exception {
    List<JsonNode> told = new ArrayList<>();
    while (told.size() < count) {
      ReceivedEvent event = TestBroker.receive(UPDATES, LIMIT);
      for (JsonNode each : new ObjectMapper().readTree(event.json()).get("deliveries")) {
        if (each.get("messageId").asLong() == key.messageId()) {
          told.add(each);
        }
      }
    }
    return told;
  }
}
