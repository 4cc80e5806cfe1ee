package io.facteur.bench.report;

import io.facteur.bench.cost.CpuCost;
import java.io.PrintStream;
import java.util.List;

/**
 * What one row measured.
 *
 * @param row its number in the architecture's table
 * @param messages that were accepted
 */
public record RowReport(
    int row, String title, long messages, List<Figure> figures, CpuCost cpuMicrosPerMessage) {

  /** For a person. */
  public void print(PrintStream out) {
    out.printf("%nRow %d: %s%n", row, title);
    figures.forEach(figure -> out.println(figure.line()));
    out.println("  CPU time per message, microseconds:");
    cpuMicrosPerMessage
        .microsPerMessage()
        .forEach((process, micros) -> out.printf("    %-42s %,12.1f%n", process, micros));
    out.printf("    %-42s %,12.1f%n", "all but the simulator", cpuMicrosPerMessage.total());
  }
}
