package io.facteur.smsc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the table of digits, over TCP. */
class OutcomesTest {

  private SmscSimulator simulator;
  private TestEsme esme;

  @BeforeEach
  void bind() throws Exception {
    simulator = SmscSimulator.start(0, 0);
    esme = TestEsme.bind(simulator, "outcomes");
  }

  @AfterEach
  void unbind() {
    esme.close();
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "33600000000, DELIVRD, 000, 1",
    "33600000799, DELIVRD, 000, 1",
    "33600000908, DELIVRD, 000, 1",
    "33600000805, UNDELIV, 005, 1",
    "33600000808, EXPIRED, 008, 1",
    "33600000824, UNDELIV, 024, 1",
    "33600000876, UNDELIV, 076, 1",
    "33600000800, UNDELIV, 005, 1",
    "33600000804, UNDELIV, 005, 1",
    "33600000898, UNDELIV, 005, 1",
    "33600000899, UNDELIV, 202, 1",
    "33600000901, DELIVRD, 000, 3",
    "33600000902, DELIVRD, 000, 1"
  })
  void reportsAtOnce(String receiver, String stat, String err, int times) throws Exception {
    String id = esme.submit(receiver, "hello");

    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() -> assertEquals(times, esme.receiptsOf(id).size()));
    String text = esme.receiptsOf(id).get(0);
    assertTrue(text.contains(" stat:" + stat + " err:" + err + " text:hello"), text);
    assertTrue(esme.delivered().get(0).isSmscDeliveryReceipt());
    assertEquals(receiver, esme.delivered().get(0).getSourceAddr());
  }

  @Test
  void reportsBeforeTheAnswerFor902() throws Exception {
    String id = esme.submit("33600000902", "early");

    assertEquals(1, esme.receiptsOf(id).size());
  }

  @Test
  void neverReportsFor900() throws Exception {
    String silent = esme.submit("33600000900", "silence");
    String other = esme.submit("33600000001", "after it");

    await().until(() -> esme.receiptsOf(other).size() == 1);
    assertEquals(List.of(), esme.receiptsOf(silent));
  }

  @Test
  void reportsAfterFiveSecondsFor903() throws Exception {
    long start = System.nanoTime();
    String id = esme.submit("33600000903", "late");

    await().atMost(Duration.ofSeconds(8)).until(() -> esme.receiptsOf(id).size() == 1);
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 5_000);
  }

  @Test
  void throttlesEachSegmentTwiceFor904() throws Exception {
    for (String part : List.of("one", "two")) {
      assertEquals(SMPPConstant.STAT_ESME_RTHROTTLED, refusalOf("33600000904", part));
      assertEquals(SMPPConstant.STAT_ESME_RTHROTTLED, refusalOf("33600000904", part));
      String id = esme.submit("33600000904", part);
      await().until(() -> esme.receiptsOf(id).size() == 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"33600000905, 11", "33600000907, 69"})
  void refusesForGood(String receiver, int status) {
    assertEquals(status, refusalOf(receiver, "refused"));
  }

  @Test
  void reportsRetryThenDeliveryFor906() throws Exception {
    String id = esme.submit("33600000906", "retry");

    await().atMost(3_000, MILLISECONDS).until(() -> esme.receiptsOf(id).size() == 2);
    DeliverSm first = esme.delivered().get(0);
    assertTrue(first.isIntermediateDeliveryNotification());
    assertTrue(esme.receiptsOf(id).get(0).contains("stat:ENROUTE err:001"));
    assertTrue(esme.receiptsOf(id).get(1).contains("stat:DELIVRD err:000"));
  }

  @Test
  void reportsNothingWhenNobodyAsked() throws Exception {
    byte[] text = "quiet".getBytes(StandardCharsets.US_ASCII);
    String quiet = esme.submit("33600000000", new ESMClass(), 0, text, (byte) 0);
    String loud = esme.submit("33600000000", "loud");

    await().until(() -> esme.receiptsOf(loud).size() == 1);
    assertEquals(List.of(), esme.receiptsOf(quiet));
  }

  @Test
  void reportsOnlyFailuresWhenOnlyTheyWereAskedFor() throws Exception {
    byte[] text = "failures".getBytes(StandardCharsets.US_ASCII);
    String delivered = esme.submit("33600000000", new ESMClass(), 0, text, (byte) 2);
    String failed = esme.submit("33600000824", new ESMClass(), 0, text, (byte) 2);

    await().until(() -> esme.receiptsOf(failed).size() == 1);
    assertEquals(List.of(), esme.receiptsOf(delivered));
  }

  private int refusalOf(String receiver, String text) {
    return assertThrows(NegativeResponseException.class, () -> esme.submit(receiver, text))
        .getCommandStatus();
  }
}
