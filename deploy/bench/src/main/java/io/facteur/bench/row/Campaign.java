package io.facteur.bench.row;

import io.facteur.bench.cost.CpuCost;
import io.facteur.bench.load.SignedClient;
import io.facteur.bench.load.SignedClient.Answer;
import io.facteur.bench.report.Figure;
import io.facteur.bench.report.RowReport;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Row 3: one job with a long list of receivers. */
public final class Campaign {

  private static final int OK = 200;
  private static final int ENDINGS = 800;
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
    bed.out().printf("Row 3: one job with %,d receivers%n", receivers);
    bed.simulator().reset();
    String job = job(receivers);
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
        "one job with %,d receivers".formatted(receivers),
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

  private String job(int receivers) {
    String numbers =
        IntStream.range(0, receivers)
            .mapToObj(n -> "\"+336%05d%03d\"".formatted(n / ENDINGS, n % ENDINGS))
            .collect(Collectors.joining(","));
    return """
    {"message":"Our shop is open on Sunday, come and see.","receivers":[%s],"sender":"%s",\
    "noStopClause":true,"priority":"low"}\
    """
        .formatted(numbers, bed.access().sender());
  }
}
