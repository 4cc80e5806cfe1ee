package io.facteur.bench.load;

import io.facteur.bench.load.SignedClient.Answer;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * Single sends, one call at a time on each connection, for a while. Everything runs on one event
 * loop.
 */
public final class SendLoad {

  private static final int OK = 200;
  private static final long LOOK_AGAIN_MILLIS = 2;
  private static final int ENDINGS = 800;
  private static final int NUMBERS = 80_000_000;

  private final Vertx vertx;
  private final SignedClient client;
  private final String path;
  private final String sender;
  private final IntPredicate mayGoOn;
  private final Latencies latencies = new Latencies();
  private final Map<String, Integer> failures = new TreeMap<>();
  private final Promise<Void> done = Promise.promise();
  private final int first = (int) (System.nanoTime() / 1_000_000 % NUMBERS);
  private final AtomicInteger accepted = new AtomicInteger();
  private long endNanos;
  private int next;
  private int running;

  /**
   * A load that has not begun.
   *
   * @param path of the account's jobs
   * @param mayGoOn is told how many were accepted; while it says no, nothing more is sent
   */
  public SendLoad(
      Vertx vertx, SignedClient client, String path, String sender, IntPredicate mayGoOn) {
    this.vertx = vertx;
    this.client = client;
    this.path = path;
    this.sender = sender;
    this.mayGoOn = mayGoOn;
  }

  /** What became of the sends. */
  public record Sent(
      int accepted, double seconds, Latencies latencies, Map<String, Integer> failures) {
    /** Accepted messages per second. */
    public double rate() {
      return accepted / seconds;
    }

    public int failed() {
      return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Runs; returns when the last answer is there. */
  public Sent run(Duration duration, int connections)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    endNanos = begin + duration.toNanos();
    running = connections;
    Context loop = vertx.getOrCreateContext();
    for (int i = 0; i < connections; i++) {
      loop.runOnContext(go -> sendNext());
    }
    done.future().toCompletionStage().toCompletableFuture().get();
    return new Sent(accepted.get(), (System.nanoTime() - begin) / 1e9, latencies, failures);
  }

  /** Accepted so far; any thread may ask. */
  public int accepted() {
    return accepted.get();
  }

  private void sendNext() {
    if (System.nanoTime() - endNanos >= 0) {
      running--;
      if (running == 0) {
        done.complete();
      }
    } else if (!mayGoOn.test(accepted.get())) {
      vertx.setTimer(LOOK_AGAIN_MILLIS, later -> sendNext());
    } else {
      long began = System.nanoTime();
      client
          .post(path, body(first + next++))
          .onComplete(
              answer -> {
                count(answer, System.nanoTime() - began);
                sendNext();
              });
    }
  }

  private void count(AsyncResult<Answer> answer, long nanos) {
    if (answer.succeeded() && answer.result().status() == OK) {
      latencies.record(nanos);
      accepted.incrementAndGet();
    } else {
      String reason =
          answer.succeeded()
              ? answer.result().status() + " " + answer.result().body()
              : answer.cause().toString();
      failures.merge(reason, 1, Integer::sum);
    }
  }

  /** French mobile numbers that end in 000 to 799: the simulator delivers these. */
  private String body(int number) {
    int prefix = number / ENDINGS % (NUMBERS / ENDINGS);
    return """
    {"message":"Your code is %06d, valid for 10 minutes.","receivers":["+336%05d%03d"],\
    "sender":"%s","noStopClause":true,"priority":"high"}\
    """
        .formatted(number % 1_000_000, prefix, number % ENDINGS, sender);
  }
}
