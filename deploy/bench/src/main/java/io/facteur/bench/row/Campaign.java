package io.facteur.bench.row;

import io.facteur.bench.cost.CpuCost;
import io.facteur.bench.load.SignedClient;
import io.facteur.bench.load.SignedClient.Answer;
import io.facteur.bench.report.Figure;
import io.facteur.bench.report.RowReport;
import java.util.List;
import java.util.Map;

/** Row 3: one job that merges a long contact file. */
public final class Campaign {

  private static final int OK = 200;
  private static final double TARGET_SECONDS = 5;
  private static final double TARGET_RATE = 6_000;

  private final Bed bed;
  private final SignedClient client;

  public Campaign(Bed bed, SignedClient client) {
    this.bed = bed;
    this.client = client;
  }

  /** Measures; afterwards nothing is under way. */
  public RowReport measure(int receivers) throws Exception {
    bed.out().printf("Row 3: one job with %,d contacts of a file, merged%n", receivers);
    bed.simulator().reset();
    try (ContactHost contacts = ContactHost.open(bed.vertx(), receivers)) {
      return measure(receivers, job(contacts.url()));
    }
  }

  private RowReport measure(int receivers, String job) throws Exception {
    long sending = bed.ends().lastSending();
    Map<String, Double> before = bed.times();
    long begin = System.nanoTime();
    Answer answer = client.post(bed.jobs(), job).toCompletionStage().toCompletableFuture().get();
    double accepted = (System.nanoTime() - begin) / 1e9;
    if (answer.status() != OK) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    bed.out().printf("  accepted after %.1f s%n", accepted);
    Ends.Count count = bed.awaitEnds(sending, receivers);
    double seconds = (System.nanoTime() - begin) / 1e9;
    CpuCost cost = CpuCost.between(before, bed.times(), receivers);
    return new RowReport(
        3,
        "one job with %,d contacts of a file, merged".formatted(receivers),
        receivers,
        List.of(
            Figure.atMost("accepted after", accepted, "s", TARGET_SECONDS),
            Figure.atLeast(
                "with their final state", receivers / (seconds - accepted), "/s", TARGET_RATE),
            Figure.atMost("not delivered", (double) (receivers - count.delivered()), "", 0),
            Figure.atMost(
                "twice at the operator", (double) bed.simulator().taken().duplicates(), "", 0)),
        cost);
  }

  private String job(String file) {
    return """
    {"message":"Bonjour #prenom#, our shop is open on Sunday, come and see.",\
    "receiversDocumentUrl":"%s","sender":"%s","noStopClause":true,"priority":"low"}\
    """
        .formatted(file, bed.access().sender());
  }
}
