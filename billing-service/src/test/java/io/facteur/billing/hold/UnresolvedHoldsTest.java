package io.facteur.billing.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.billing.Scene;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.ReceivedEvent;
import io.facteur.testkit.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class UnresolvedHoldsTest {

  private static final String QUEUE = "facteur.billing.events::facteur.billing.events.messaging";

  @Inject UnresolvedHolds unresolved;
  @Inject HoldDesk desk;
  @Inject Scene scene;

  @BeforeEach
  void forgetWhatOtherTestsLeft() {
    scene.execute("UPDATE hold SET ask_at = now() + interval '1 hour' WHERE state = 'held'");
    TestBroker.purge(QUEUE);
  }

  @Test
  void holdThatIsOldIsAskedAboutAndStaysHeld() {
    String account = scene.account(1000);
    long sending = hold(account);
    assertEquals(0, unresolved.ask());
    makeDue(sending);
    assertEquals(1, unresolved.ask());
    ReceivedEvent event = TestBroker.receive(QUEUE, Duration.ofSeconds(10));
    assertEquals(HoldsUnresolved.TYPE, event.type());
    assertEquals("facteur/billing", event.source());
    assertTrue(event.durable());
    assertEquals(
        "{\"holds\":[{\"sendingId\":%d,\"serviceName\":\"%s\"}]}".formatted(sending, account),
        event.json());
    assertEquals(400, scene.balance(account, "held"));
  }

  @Test
  void intervalsGrowUpToALimit() {
    long sending = hold(scene.account(1000));
    for (int seconds : List.of(300, 600, 1200)) {
      makeDue(sending);
      unresolved.ask();
      assertEquals(seconds, secondsToNextQuestion(sending), 5);
    }
    scene.execute("UPDATE hold SET asked = 1000 WHERE sending_id = ?", sending);
    makeDue(sending);
    unresolved.ask();
    assertEquals(21_600, secondsToNextQuestion(sending), 5);
  }

  @Test
  void nothingIsAskedWhenNothingIsDue() {
    hold(scene.account(1000));
    unresolved.askEverything();
    assertFalse(TestBroker.poll(QUEUE, Duration.ofMillis(500)).isPresent());
  }

  private long hold(String account) {
    long sending = scene.sending();
    desk.answer(List.of(new HoldItem(sending, account, null, 400)));
    return sending;
  }

  private void makeDue(long sending) {
    scene.execute(
        "UPDATE hold SET ask_at = now() - interval '1 second' WHERE sending_id = ?", sending);
  }

  private double secondsToNextQuestion(long sending) {
    return scene.number(
        "SELECT extract(epoch FROM ask_at - now()) FROM hold WHERE sending_id = ?", sending);
  }
}
