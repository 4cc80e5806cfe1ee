package io.facteur.bench.report;

import java.time.Instant;
import java.util.List;

/**
 * A whole run, as it is written as JSON.
 *
 * @param processors that the JVM sees
 * @param load the system's load average over the last minute when the run began: who else was busy
 */
public record Report(String at, int processors, double load, List<RowReport> rows) {

  public static Report of(Instant at, double load, List<RowReport> rows) {
    return new Report(at.toString(), Runtime.getRuntime().availableProcessors(), load, rows);
  }
}
