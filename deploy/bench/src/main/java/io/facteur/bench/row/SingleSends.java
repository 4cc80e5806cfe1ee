package io.facteur.bench.row;

import io.facteur.bench.cost.CpuCost;
import io.facteur.bench.load.SendLoad;
import io.facteur.bench.load.SendLoad.Sent;
import io.facteur.bench.load.SignedClient;
import io.facteur.bench.report.Figure;
import io.facteur.bench.report.RowReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Row 1: single sends over HTTP, accepted as fast as they come. */
public final class SingleSends {

  private static final double TARGET_RATE = 5_000;
  private static final double TARGET_P99_MILLIS = 50;

  private final Bed bed;
  private final SignedClient client;
  private final int connections;

  public SingleSends(Bed bed, SignedClient client, int connections) {
    this.bed = bed;
    this.client = client;
    this.connections = connections;
  }

  /** Measures; afterwards nothing is under way. */
  public RowReport measure(Duration duration) throws Exception {
    bed.out()
        .printf(
            "Row 1: single sends over %d connections, %d s%n", connections, duration.toSeconds());
    bed.simulator().reset();
    long sending = bed.ends().lastSending();
    Map<String, Double> before = bed.times();
    SendLoad load =
        new SendLoad(bed.vertx(), client, bed.jobs(), bed.access().sender(), accepted -> true);
    Sent sent = load.run(duration, connections);
    bed.awaitEnds(sending, sent.accepted());
    CpuCost cost = CpuCost.between(before, bed.times(), sent.accepted());
    sent.failures().forEach((reason, count) -> bed.out().printf("  %d times %s%n", count, reason));
    return new RowReport(
        1,
        "single sends, accepted = durable, charged and answered",
        sent.accepted(),
        List.of(
            Figure.atLeast("accepted", sent.rate(), "/s", TARGET_RATE),
            Figure.told("answered, p50", sent.latencies().millis(0.50), "ms"),
            Figure.atMost("answered, p99", sent.latencies().millis(0.99), "ms", TARGET_P99_MILLIS),
            Figure.atMost("failed", sent.failed(), "", 0)),
        cost);
  }
}
