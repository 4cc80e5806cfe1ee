package io.facteur.bench.report;

/**
 * One measured figure beside its target.
 *
 * @param target null where the architecture has none
 * @param atMost whether the target is an upper bound
 */
public record Figure(String name, double value, String unit, Double target, boolean atMost) {

  /** A figure that is only told. */
  public static Figure told(String name, double value, String unit) {
    return new Figure(name, value, unit, null, false);
  }

  public static Figure atLeast(String name, double value, String unit, double target) {
    return new Figure(name, value, unit, target, false);
  }

  public static Figure atMost(String name, double value, String unit, double target) {
    return new Figure(name, value, unit, target, true);
  }

  /** Whether the target is met; a figure without one always is. */
  public boolean met() {
    return target == null || (atMost ? value <= target : value >= target);
  }

  String line() {
    String told = "  %-44s %,12.1f %-6s".formatted(name, value, unit);
    if (target == null) {
      return told.stripTrailing();
    }
    return "%s  target %s %,.0f%s"
        .formatted(told, atMost ? "<=" : ">=", target, met() ? "" : "   MISSED");
  }
}
