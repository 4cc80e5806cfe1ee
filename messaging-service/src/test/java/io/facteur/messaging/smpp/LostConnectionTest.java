package io.facteur.messaging.smpp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.smsc.SmscSimulator;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of a submit when its connection dies. */
class LostConnectionTest {

  private static final int WINDOW = 100;
  private final Inbox inbox = new Inbox();
  private Operator operator;

  @BeforeEach
  void start() throws Exception {
    operator = Operator.start();
  }

  @AfterEach
  void stop() {
    operator.close();
  }

  @Test
  void sendsNothingWithoutSession() throws Exception {
    operator.behave("{\"refuseBinds\":true}");
    try (SmppLink link = Links.opened(operator.settings(), inbox)) {
      assertFalse(link.isBound());
      assertInstanceOf(
          SubmitResult.NotSent.class, Links.submit(link, Segments.to("33600000000", "none")));

      operator.behave("{\"refuseBinds\":false}");
      await().until(link::isBound);
      assertInstanceOf(
          SubmitResult.Accepted.class, Links.submit(link, Segments.to("33600000000", "now")));
    }
  }

  @Test
  void losesAndRepeatsNothingButTheWindowOfEachDrop() throws Exception {
    int messages = 20_000;
    int drops = 3;
    try (SmppLink link = Links.bound(operator.settings(), inbox)) {
      Load load = new Load(link, WINDOW);
      for (int drop = 0; drop < drops; drop++) {
        int from = drop * messages / drops;
        Thread dropper = new Thread(this::dropWhenBusy);
        dropper.start();
        load.submit(from, (drop + 1) * messages / drops);
        dropper.join();
        Map<Integer, SubmitResult> results = load.results();
        await().until(link::isBound);
        repeat(link, results);
      }

      Map<Integer, SubmitResult> results = load.results();
      assertEquals(drops * (messages / drops), results.size() - messages % drops);
      await().until(() -> operator.stats().path("distinct").longValue() == results.size());
      assertTrue(operator.stats().path("duplicates").longValue() <= (long) drops * WINDOW);
    }
  }

  /** Sends what was lost or never sent again, until all is accepted. */
  private void repeat(SmppLink link, Map<Integer, SubmitResult> results) throws Exception {
    for (Map.Entry<Integer, SubmitResult> entry : results.entrySet()) {
      while (!(entry.getValue() instanceof SubmitResult.Accepted)) {
        int number = entry.getKey();
        String receiver = "336%08d".formatted(number / 500 * 1_000);
        while (!link.isBound()) {
          Thread.onSpinWait();
        }
        entry.setValue(Links.submit(link, Segments.to(receiver, Load.text(number))));
      }
    }
  }

  private void dropWhenBusy() {
    try {
      long before = operator.stats().path("submits").longValue();
      await().until(() -> operator.stats().path("submits").longValue() > before + 1_000);
      operator.behave("{\"dropConnections\":true}");
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void knowsNothingOfSubmitsThatGotNoAnswer() throws Exception {
    operator.behave("{\"delayMillis\":60000}");
    try (SmppLink link = Links.bound(operator.settings(), inbox)) {
      Load load = new Load(link, WINDOW);
      load.submit(0, WINDOW);
      await().until(() -> operator.stats().path("accepted").intValue() == WINDOW);
      operator.behave("{\"dropConnections\":true}");

      load.results();
      assertEquals(WINDOW, load.count(SubmitResult.Unknown.class));
    }
  }

  @Test
  void saysNotSentOnlyOfWhatTheOperatorNeverSaw() throws Exception {
    int messages = 150_000;
    Load load;
    LinkSettings settings =
        operator.settings().withTimers(Duration.ofSeconds(30), Duration.ofSeconds(2));
    try (SmppLink link = Links.bound(settings, inbox)) {
      operator.behave("{\"stopReading\":true}");
      // More than the buffers of both sockets hold, so that the rest waits in the link.
      load = new Load(link, messages, false);
      load.submit(0, messages);
      load.results();
    }
    assertEquals(0, load.count(SubmitResult.Accepted.class));
    assertTrue(load.count(SubmitResult.NotSent.class) > 0);
    assertTrue(load.count(SubmitResult.Unknown.class) > 0);

    operator.behave("{\"stopReading\":false}");
    AtomicLong before = new AtomicLong();
    await().pollInterval(Duration.ofMillis(300)).until(() -> hasSettled(before));
    Set<String> seen = new HashSet<>();
    for (JsonNode message : operator.messages("?limit=50000")) {
      seen.add(message.path("text").textValue());
    }
    load.results()
        .forEach(
            (number, result) -> {
              if (result instanceof SubmitResult.NotSent) {
                assertFalse(seen.contains(Load.text(number)), Load.text(number));
              }
            });
  }

  private boolean hasSettled(AtomicLong before) throws Exception {
    long now = operator.stats().path("submits").longValue();
    return now > 0 && before.getAndSet(now) == now;
  }

  @Test
  void closesTheSessionWhenAnAnswerIsTooLate() throws Exception {
    LinkSettings settings =
        operator.settings().withTimers(Duration.ofSeconds(30), Duration.ofMillis(300));
    try (SmppLink link = Links.bound(settings, inbox)) {
      operator.behave("{\"delayMillis\":600}");
      assertInstanceOf(
          SubmitResult.Unknown.class, Links.submit(link, Segments.to("33600000000", "late")));

      operator.behave("{\"delayMillis\":0}");
      await().until(link::isBound);
      assertInstanceOf(
          SubmitResult.Accepted.class, Links.submit(link, Segments.to("33600000000", "again")));
      assertEquals(1, operator.stats().path("sessions").intValue());
    }
  }

  @Test
  void comesBackWhenTheOperatorRestarts() throws Exception {
    int port = operator.simulator().smppPort();
    try (SmppLink link = Links.bound(operator.settings(), inbox)) {
      operator.close();
      await().until(() -> !link.isBound());
      try (SmscSimulator restarted = SmscSimulator.start(port, 0)) {
        await().atMost(Duration.ofSeconds(10)).until(link::isBound);
        assertInstanceOf(
            SubmitResult.Accepted.class, Links.submit(link, Segments.to("33600000000", "back")));
        assertEquals(port, restarted.smppPort());
      }
    }
  }
}
