package io.facteur.smsc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

  private static final String RECEIVER = "33600000000";
  private SmscSimulator simulator;
  private Control control;
  private TestEsme esme;

  @BeforeEach
  void start() throws Exception {
    simulator = SmscSimulator.start(0, 0);
    control = new Control(simulator);
    esme = TestEsme.bind(simulator, "control");
  }

  @AfterEach
  void stop() {
    esme.close();
    simulator.close();
  }

  @Test
  void countsDuplicatesByReceiverTextAndSegment() throws Exception {
    esme.submit(RECEIVER, "twice");
    esme.submit(RECEIVER, "twice");
    esme.submit(RECEIVER, "once");
    esme.submit("33600000001", "twice");
    assertThrows(NegativeResponseException.class, () -> esme.submit("33600000905", "twice"));

    JsonNode stats = control.get("/stats");
    assertEquals(5, stats.path("submits").asLong());
    assertEquals(4, stats.path("accepted").asLong());
    assertEquals(3, stats.path("distinct").asLong());
    assertEquals(1, stats.path("duplicates").asLong());
    assertEquals(1, stats.path("refused").asLong());
    assertEquals(1, stats.path("sessions").asLong());
    await().until(() -> control.get("/stats").at("/receipts/acked").asLong() == 4);
  }

  @Test
  void showsTextSenderAndCounts() throws Exception {
    byte[] euro = {0x1b, 0x65, 0x20, 0x40}; // the extension table's euro, a blank, ¡
    esme.submit(RECEIVER, new ESMClass(), 0, euro, (byte) 1);
    String id = esme.submit(RECEIVER, new ESMClass(), 0, euro, (byte) 1);
    esme.submit(
        RECEIVER, new ESMClass(), 8, "héé 😀".getBytes(StandardCharsets.UTF_16BE), (byte) 1);

    JsonNode messages = control.get("/messages?receiver=%2B" + RECEIVER);
    assertEquals(2, messages.size());
    assertEquals("€ ¡", messages.get(0).path("text").textValue());
    assertEquals("gsm7", messages.get(0).path("coding").textValue());
    assertEquals("Facteur", messages.get(0).path("sender").textValue());
    assertEquals(2, messages.get(0).path("submissions").asInt());
    assertEquals(id, messages.get(0).path("operatorId").textValue());
    assertEquals("héé 😀", messages.get(1).path("text").textValue());
    assertEquals("ucs2", messages.get(1).path("coding").textValue());
    assertEquals(0, control.get("/messages?receiver=33699999999").size());
  }

  @Test
  void tellsSegmentsApart() throws Exception {
    ESMClass withHeader = new ESMClass(0x40);
    for (int number = 1; number <= 2; number++) {
      byte[] segment = {5, 0, 3, 42, 2, (byte) number, 'h', 'i'};
      String id = esme.submit(RECEIVER, withHeader, 0, segment, (byte) 1);
      await().until(() -> esme.receiptsOf(id).size() == 1);
    }

    JsonNode messages = control.get("/messages?receiver=" + RECEIVER);
    assertEquals(2, messages.size());
    assertEquals("hi", messages.get(1).path("text").textValue());
    assertEquals("00032a0202", messages.get(1).path("udh").textValue());
    assertEquals(2, messages.get(1).path("segment").asInt());
    assertEquals(2, messages.get(1).path("segments").asInt());
    assertEquals(0, control.get("/stats").path("duplicates").asLong());
  }

  @Test
  void injectsReplies() throws Exception {
    control.post("/mo", "{\"from\":\"33600000000\",\"to\":\"36111\",\"text\":\"STOP\"}");
    await().until(() -> esme.delivered().size() == 1);
    assertEquals("33600000000", esme.delivered().get(0).getSourceAddr());
    assertEquals("36111", esme.delivered().get(0).getDestAddress());
    assertEquals(
        "STOP", new String(esme.delivered().get(0).getShortMessage(), StandardCharsets.US_ASCII));

    String text = "{\"from\":\"33600000000\",\"to\":\"36111\",\"text\":\"" + "é".repeat(200);
    assertEquals(2, control.post("/mo", text + "\"}").path("segments").asInt());
    await().until(() -> esme.delivered().size() == 3);
    assertTrue(esme.delivered().get(2).isUdhi());
  }

  @Test
  void throttlesAndStopsThrottling() throws Exception {
    control.post("/behaviour", "{\"throttle\":true}");
    assertEquals(
        SMPPConstant.STAT_ESME_RTHROTTLED,
        assertThrows(NegativeResponseException.class, () -> esme.submit(RECEIVER, "no"))
            .getCommandStatus());
    control.post("/behaviour", "{\"throttle\":false}");
    esme.submit(RECEIVER, "yes");
  }

  @Test
  void delaysAnswers() throws Exception {
    control.post("/behaviour", "{\"delayMillis\":300}");
    long start = System.nanoTime();
    esme.submit(RECEIVER, "slow");
    assertTrue(System.nanoTime() - start >= 300_000_000L);
  }

  @Test
  void dropsConnections() throws Exception {
    control.post("/behaviour", "{\"dropConnections\":true}");
    await().until(() -> !esme.isBound());
    assertEquals(0, control.get("/stats").path("sessions").asInt());
  }

  @Test
  void resetsCountsAndBehaviour() throws Exception {
    esme.submit(RECEIVER, "before");
    control.post("/behaviour", "{\"delayMillis\":60000,\"throttle\":3}");
    control.post("/reset", "");

    assertEquals(0, control.get("/stats").path("submits").asLong());
    assertEquals(0, control.get("/messages").size());
    assertEquals(0, control.get("/behaviour").path("delayMillis").asLong());
    assertEquals(false, control.get("/behaviour").path("throttle").asBoolean(true));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, /mo, `{\"from\":\"33600000000\"}`, 400",
        "POST, /mo, `{\"from\":1,\"to\":\"2\",\"text\":\"x\"}`, 400",
        "POST, /mo, `[]`, 400",
        "POST, /mo, `{`, 400",
        "POST, /mo, ``, 400",
        "POST, /behaviour, `{\"delayMillis\":-1}`, 400",
        "POST, /behaviour, `{\"delayMillis\":\"1\"}`, 400",
        "POST, /behaviour, `{\"throttle\":\"all\"}`, 400",
        "POST, /behaviour, `{\"throttle\":-5}`, 400",
        "POST, /behaviour, `{\"stopreading\":true}`, 400",
        "GET, /messages?receiver=abc, ``, 400",
        "GET, /messages?limit=0, ``, 400",
        "GET, /nothing, ``, 404",
        "GET, /reset, ``, 405"
      })
  void refusesNonsense(String method, String path, String body, int status) throws Exception {
    HttpResponse<String> response = control.send(method, path, body == null ? "" : body);

    assertEquals(status, response.statusCode());
    assertTrue(response.body().startsWith("{\"error\":\""), response.body());
  }
}
