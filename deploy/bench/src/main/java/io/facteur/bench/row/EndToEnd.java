package io.facteur.bench.row;

import io.facteur.bench.cost.CpuCost;
import io.facteur.bench.load.SendLoad;
import io.facteur.bench.load.SendLoad.Sent;
import io.facteur.bench.load.SignedClient;
import io.facteur.bench.report.Figure;
import io.facteur.bench.report.RowReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Row 2: the same to the end. No more is sent than comes out at the other end, but for a backlog,
 * so the rate is one that lasts.
 */
public final class EndToEnd {

  private static final double TARGET_RATE = 3_000;
  private static final double TARGET_CPU_MICROS = 450;
  private static final long LOOK_MILLIS = 50;

  private final Bed bed;
  private final SignedClient client;
  private final int connections;
  private final int backlog;
  private volatile long reported;
  private volatile boolean done;

  public EndToEnd(Bed bed, SignedClient client, int connections, int backlog) {
    this.bed = bed;
    this.client = client;
    this.connections = connections;
    this.backlog = backlog;
  }

  /**
   * Measures; afterwards nothing is under way.
   *
   * @param sink where the account is called back, or null
   */
  public RowReport measure(Duration duration, CallbackSink sink) throws Exception {
    bed.out()
        .printf(
            "Row 2: the same to the final state%s, %d s%n",
            sink == null ? "" : " and its callback", duration.toSeconds());
    bed.simulator().reset();
    long sending = bed.ends().lastSending();
    Map<String, Double> before = bed.times();
    long begin = System.nanoTime();
    SendLoad load =
        new SendLoad(
            bed.vertx(),
            client,
            bed.jobs(),
            bed.access().sender(),
            accepted -> accepted - reported < backlog);
    Thread watcher = new Thread(this::watch, "watcher");
    watcher.start();
    Sent sent = load.run(duration, connections);
    done = true;
    watcher.join();
    Ends.Count count = bed.awaitEnds(sending, sent.accepted());
    if (sink != null) {
      sink.await(sent.accepted());
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    CpuCost cost = CpuCost.between(before, bed.times(), sent.accepted());
    sent.failures().forEach((reason, times) -> bed.out().printf("  %d times %s%n", times, reason));
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atLeast("with their final state", sent.accepted() / seconds, "/s", TARGET_RATE));
    figures.add(Figure.told("messages", sent.accepted(), ""));
    figures.add(
        Figure.atMost("not delivered", (double) (sent.accepted() - count.delivered()), "", 0));
    figures.add(
        Figure.atMost(
            "twice at the operator", (double) bed.simulator().taken().duplicates(), "", 0));
    figures.add(Figure.told("answered, p99", sent.latencies().millis(0.99), "ms"));
    figures.add(Figure.atMost("CPU per message", cost.total(), "us", TARGET_CPU_MICROS));
    if (sink != null) {
      figures.add(Figure.told("callbacks", (double) sink.received(), ""));
    }
    return new RowReport(2, "single sends to their final state", sent.accepted(), figures, cost);
  }

  private void watch() {
    try {
      while (!done) {
        reported = bed.simulator().taken().reported();
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
