package io.facteur.bench.row;

import io.facteur.bench.cost.ProcessTimes;
import io.facteur.bench.row.Ends.Count;
import io.facteur.local.client.Access;
import io.facteur.local.client.SimulatorControl;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The running stack that is measured, and what every row needs of it. */
public record Bed(
    Path state,
    Access access,
    SimulatorControl simulator,
    Ends ends,
    Vertx vertx,
    PrintStream out) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_MILLIS = 250;
  private static final long SAY_NANOS = TimeUnit.SECONDS.toNanos(5);

  String jobs() {
    return "/sms/" + access.serviceName() + "/jobs";
  }

  Map<String, Double> times() throws IOException {
    return ProcessTimes.of(state);
  }

  /**
   * Waits until every message after this sending has its end.
   *
   * @throws IllegalStateException when they have not after ten minutes
   */
  Count awaitEnds(long sending, long messages)
      throws SQLException, IOException, InterruptedException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    long say = System.nanoTime() + SAY_NANOS;
    long reported = simulator.taken().reported();
    // The simulator is asked first: it costs the stack nothing.
    while (reported < messages || ends.after(sending).ended() < messages) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      reported = simulator.taken().reported();
      if (System.nanoTime() - say > 0) {
        out.printf("  %,d of %,d reported by the operator%n", reported, messages);
        say = System.nanoTime() + SAY_NANOS;
      }
      if (System.nanoTime() - limit > 0) {
        throw new IllegalStateException(
            "%,d messages, and after %s only %s"
                .formatted(messages, PATIENCE, ends.after(sending)));
      }
    }
    return ends.after(sending);
  }
}
