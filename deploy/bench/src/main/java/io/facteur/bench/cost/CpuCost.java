package io.facteur.bench.cost;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the messages of one measurement cost.
 *
 * @param microsPerMessage CPU time in microseconds by process
 * @param total of all but the simulator, which is no part of the platform
 */
public record CpuCost(Map<String, Double> microsPerMessage, double total) {

  private static final String SIMULATOR = "simulator";

  /** From the times before and after so many messages. */
  public static CpuCost between(
      Map<String, Double> before, Map<String, Double> after, long messages) {
    Map<String, Double> micros = new TreeMap<>();
    after.forEach(
        (name, seconds) -> {
          double used = Math.max(0, seconds - before.getOrDefault(name, 0.0));
          micros.put(name, used * 1e6 / Math.max(1, messages));
        });
    double total =
        micros.entrySet().stream()
            .filter(each -> !each.getKey().equals(SIMULATOR))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return new CpuCost(micros, total);
  }
}
