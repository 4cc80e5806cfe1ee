package io.facteur.smsc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptsAreKeptTest {

  private SmscSimulator simulator;
  private Control control;

  @BeforeEach
  void start() throws Exception {
    simulator = SmscSimulator.start(0, 0);
    control = new Control(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void deliversToTheNextSessionOfTheSameSystemId() throws Exception {
    String id;
    try (TestEsme first = TestEsme.bind(simulator, "away")) {
      id = first.submit("33600000906", "reported when nobody is there");
    }
    try (TestEsme stranger = TestEsme.bind(simulator, "stranger");
        TestEsme second = TestEsme.bind(simulator, "away")) {
      await().until(() -> second.receiptsOf(id).size() == 1);
      assertEquals(0, stranger.delivered().size());
    }
  }

  @Test
  void repeatsAfterTemporaryRefusal() throws Exception {
    try (TestEsme esme = TestEsme.bind(simulator, "busy")) {
      esme.answerWith(SMPPConstant.STAT_ESME_RX_T_APPN);
      String id = esme.submit("33600000000", "again");
      await().until(() -> esme.receiptsOf(id).size() == 1);
      esme.answerWith(0);
      await().until(() -> esme.receiptsOf(id).size() == 2);
      await().until(() -> control.get("/stats").at("/receipts/acked").asLong() == 1);
      assertEquals(0, control.get("/stats").at("/receipts/pending").asLong());
    }
  }

  @Test
  void givesUpAfterPermanentRefusal() throws Exception {
    try (TestEsme esme = TestEsme.bind(simulator, "never")) {
      esme.answerWith(SMPPConstant.STAT_ESME_RX_P_APPN);
      esme.submit("33600000000", "once");
      await().until(() -> control.get("/stats").at("/receipts/rejected").asLong() == 1);
      assertEquals(0, control.get("/stats").at("/receipts/pending").asLong());
    }
  }

  @Test
  void repeatsWhenNoAnswerComes() throws Exception {
    control.post("/behaviour", "{\"receiptTimeoutMillis\":200}");
    try (TestEsme esme = TestEsme.bind(simulator, "mute")) {
      String id = esme.submit("33600000906", "unanswered");
      // Unread answers are answers that never came.
      control.post("/behaviour", "{\"stopReading\":true}");
      await().until(() -> esme.receiptsOf(id).size() >= 2);
      control.post("/behaviour", "{\"stopReading\":false}");
      await().until(() -> control.get("/stats").at("/receipts/pending").asLong() == 0);
    }
  }

  @Test
  void neverRepeatsAnIdOverRestarts() throws Exception {
    Set<String> ids = new HashSet<>();
    for (int run = 0; run < 3; run++) {
      try (SmscSimulator restarted = SmscSimulator.start(0, 0);
          TestEsme esme = TestEsme.bind(restarted, "ids")) {
        for (int i = 0; i < 100; i++) {
          assertTrue(ids.add(esme.submit("33600000000", "message " + i)));
        }
      }
    }
  }

  @Test
  void refusesTheWrongPassword() {
    assertThrows(IOException.class, () -> TestEsme.bind(simulator, "thief", "wrong"));
  }
}
