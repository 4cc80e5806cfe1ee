package io.facteur.messaging.stack;

import io.facteur.smsc.SmscSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** An operator for the tests; its port is in {@code test.smpp.port}. */
public final class SimulatorStack implements QuarkusTestResourceLifecycleManager {

  private SmscSimulator simulator;

  @Override
  public Map<String, String> start() {
    try {
      simulator = SmscSimulator.start(0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "test.smpp.port",
        Integer.toString(simulator.smppPort()),
        "test.smpp.control",
        Integer.toString(simulator.controlPort()),
        "facteur.senders.auto-validate",
        "true",
        "facteur.holds.deadline",
        "2s");
  }

  @Override
  public void stop() {
    simulator.close();
  }
}
