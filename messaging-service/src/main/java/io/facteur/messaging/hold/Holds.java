package io.facteur.messaging.hold;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Asks billing to hold credits. While requests are on their way the next one collects, so that many
 * clients at once share one message and one transaction of billing's, and a single client waits for
 * nothing.
 */
@ApplicationScoped
public class Holds {

  private final HoldChannel channel;
  private final HoldConfig config;
  private final Vertx vertx;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int underWay;

  Holds(HoldChannel channel, HoldConfig config, Vertx vertx, MeterRegistry meters) {
    this.channel = channel;
    this.config = config;
    this.vertx = vertx;
    Gauge.builder("facteur.holds.waiting", this, Holds::waitingCount).register(meters);
  }

  /**
   * The answer; fails with {@link HoldTimeoutException} when there is none in time. A hold whose
   * question was lost stays open at billing until it asks about it.
   */
  public CompletionStage<HoldAnswer> hold(HoldRequest request) {
    Waiting item = new Waiting(request, new CompletableFuture<>());
    synchronized (this) {
      if (waiting.size() >= config.queue()) {
        return CompletableFuture.failedStage(new HoldTimeoutException("too many holds wait"));
      }
      waiting.add(item);
    }
    sendNext();
    return item.answer();
  }

  private void sendNext() {
    List<Waiting> batch = nextBatch();
    if (batch.isEmpty()) {
      return;
    }
    CompletableFuture<List<HoldAnswer>> answers =
        channel.ask(batch.stream().map(Waiting::request).toList());
    long timer =
        vertx.setTimer(
            config.deadline().toMillis(),
            id -> answers.completeExceptionally(new HoldTimeoutException("no answer in time")));
    var unused =
        answers.whenComplete(
            (list, problem) -> {
              vertx.cancelTimer(timer);
              release();
              answer(batch, list, problem);
              sendNext();
            });
  }

  private synchronized List<Waiting> nextBatch() {
    if (underWay >= config.concurrent() || waiting.isEmpty()) {
      return List.of();
    }
    underWay++;
    List<Waiting> batch = new ArrayList<>();
    while (batch.size() < config.batch() && !waiting.isEmpty()) {
      batch.add(waiting.remove());
    }
    return batch;
  }

  private synchronized void release() {
    underWay--;
  }

  private static void answer(List<Waiting> batch, List<HoldAnswer> answers, Throwable problem) {
    Map<Long, HoldAnswer> bySending =
        answers == null
            ? new HashMap<>()
            : answers.stream()
                .collect(Collectors.toMap(HoldAnswer::sendingId, a -> a, (first, same) -> first));
    for (Waiting item : batch) {
      HoldAnswer answer = bySending.get(item.request().sendingId());
      if (answer != null) {
        item.answer().complete(answer);
      } else {
        String reason = problem == null ? "not in billing's answer" : problem.getMessage();
        item.answer().completeExceptionally(new HoldTimeoutException(reason));
      }
    }
  }

  private synchronized double waitingCount() {
    return waiting.size();
  }

  private record Waiting(HoldRequest request, CompletableFuture<HoldAnswer> answer) {}
}
