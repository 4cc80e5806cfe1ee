package io.facteur.smsc;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator with a directory remembers. Nothing is written at its end, so its end is a kill. */
class RestartTest {

  @TempDir private Path state;

  @Test
  void reportsWhatItAcceptedBeforeItWasKilled() throws Exception {
    String late;
    String unanswered;
    String answered;
    try (SmscSimulator first = SmscSimulator.start(0, 0, state);
        TestEsme esme = TestEsme.bind(first, "esme")) {
      answered = esme.submit("33600000000", "answered");
      await().until(() -> new Control(first).get("/stats").at("/receipts/acked").asInt() == 1);
      esme.answerWith(SMPPConstant.STAT_ESME_RX_T_APPN);
      unanswered = esme.submit("33600000824", "unanswered, ça alors");
      late = esme.submit("33600000906", "late");
    }
    try (SmscSimulator second = SmscSimulator.start(0, 0, state);
        TestEsme esme = TestEsme.bind(second, "esme")) {
      await().until(() -> esme.receiptsOf(late).size() == 2);
      await().until(() -> esme.receiptsOf(unanswered).size() == 1);
      String text = esme.receiptsOf(unanswered).get(0);
      assertTrue(text.contains("stat:UNDELIV err:024 text:unanswered, "), text);
      assertEquals(0, esme.receiptsOf(answered).size());
      await().until(() -> new Control(second).get("/stats").at("/receipts/pending").asInt() == 0);
    }
  }

  @Test
  void knowsDuplicatesOfWhatCameBefore() throws Exception {
    for (int run = 1; run <= 3; run++) {
      try (SmscSimulator simulator = SmscSimulator.start(0, 0, state);
          TestEsme esme = TestEsme.bind(simulator, "esme")) {
        esme.submit("33600000900", "the same in every run");
        esme.submit("33600000900", "only in run " + run);
        JsonNode stats = new Control(simulator).get("/stats");
        assertEquals(2 * run, stats.path("accepted").asInt());
        assertEquals(run - 1, stats.path("duplicates").asInt());
        assertEquals(run + 1, stats.path("distinct").asInt());
      }
    }
    try (SmscSimulator simulator = SmscSimulator.start(0, 0, state)) {
      new Control(simulator).post("/reset", "");
    }
    try (SmscSimulator simulator = SmscSimulator.start(0, 0, state)) {
      assertEquals(0, new Control(simulator).get("/stats").path("accepted").asInt());
    }
  }

  @Test
  void sharesItsDirectoryWithNobody() throws Exception {
    try (SmscSimulator simulator = SmscSimulator.start(0, 0, state)) {
      assertThrows(
          IOException.class, () -> SmscSimulator.start(0, simulator.controlPort() + 1, state));
    }
  }
}
