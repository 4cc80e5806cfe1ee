package io.facteur.messaging.smpp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Load with receipts. Without TCP_NODELAY a window of N gives N messages per 41 ms. */
class WindowsTest {

  @ParameterizedTest
  @CsvSource({"1, 1000, 150", "10, 5000, 800", "100, 20000, 2000"})
  void keepsItsPaceAtEveryWindow(int window, int messages, int atLeastPerSecond) throws Exception {
    Inbox inbox = new Inbox();
    try (Operator operator = Operator.start();
        SmppLink link = Links.bound(operator.settings().withWindow(window), inbox)) {
      Load load = new Load(link, window);
      long start = System.nanoTime();
      load.submit(0, messages);
      assertEquals(messages, load.results().size());
      double seconds = (System.nanoTime() - start) / 1e9;

      assertEquals(messages, load.count(SubmitResult.Accepted.class));
      await().atMost(Duration.ofSeconds(10)).until(() -> inbox.count() == messages);
      assertEquals(messages, operator.stats().path("distinct").intValue());
      assertTrue(
          messages / seconds > atLeastPerSecond,
          "window %d: %.0f messages per second".formatted(window, messages / seconds));
    }
  }
}
