package io.facteur.dlr.callback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Circuit circuit = new Circuit(3, Duration.ofSeconds(10), Duration.ofSeconds(30));

  @Test
  void opensAfterSoManyFailuresInARow() {
    fail(0, 2);
    assertFalse(circuit.isOpen(0));
    circuit.succeeded();
    fail(0, 2);
    assertFalse(circuit.isOpen(0));
    fail(0, 1);
    assertTrue(circuit.isOpen(0));
  }

  @Test
  void letsOneProbePassAndClosesWhenItSucceeds() {
    fail(0, 3);
    assertTrue(circuit.isOpen(9 * SECOND));
    assertFalse(circuit.isOpen(10 * SECOND));
    circuit.passed();
    assertTrue(circuit.isOpen(10 * SECOND));
    circuit.succeeded();
    assertFalse(circuit.isOpen(10 * SECOND));
    assertTrue(circuit.isClosed());
  }

  @Test
  void staysOpenTwiceAsLongWhenTheProbeFails() {
    fail(0, 3);
    probeFails(10 * SECOND);
    assertTrue(circuit.isOpen(29 * SECOND));
    assertFalse(circuit.isOpen(30 * SECOND));
    probeFails(30 * SECOND);
    assertTrue(circuit.isOpen(59 * SECOND));
    assertFalse(circuit.isOpen(60 * SECOND));
  }

  @Test
  void isNotProlongedByCallsThatWereUnderWayWhenItOpened() {
    fail(0, 3);
    fail(9 * SECOND, 50);
    assertFalse(circuit.isOpen(10 * SECOND));
  }

  @Test
  void probesAgainWhenAProbeToldNothing() {
    fail(0, 3);
    circuit.passed();
    circuit.undecided();
    assertFalse(circuit.isOpen(10 * SECOND));
  }

  private void fail(long now, int times) {
    for (int i = 0; i < times; i++) {
      circuit.failed(now);
    }
  }

  private void probeFails(long now) {
    circuit.passed();
    circuit.failed(now);
  }
}
