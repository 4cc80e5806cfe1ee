package io.facteur.billing.hold;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** The threads that answer: one transaction at a time each, with everything that waits by then. */
@ApplicationScoped
public class HoldWorkers {

  private static final Logger LOG = Logger.getLogger(HoldWorkers.class);
  private static final long STOP_MILLIS = 5_000;

  private final WaitingRequests waiting;
  private final HoldDesk desk;
  private final HoldReplies replies;
  private final HoldsConfig config;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private final Map<HoldOutcome, Counter> outcomes = new EnumMap<>(HoldOutcome.class);
  private final Counter late;
  private final Timer batches;

  HoldWorkers(
      WaitingRequests waiting,
      HoldDesk desk,
      HoldReplies replies,
      HoldsConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.waiting = waiting;
    this.desk = desk;
    this.replies = replies;
    this.config = config;
    this.clock = clock;
    for (HoldOutcome outcome : HoldOutcome.values()) {
      outcomes.put(outcome, meters.counter("facteur.billing.holds", "outcome", outcome.text()));
    }
    this.late = meters.counter("facteur.billing.hold.requests.late");
    this.batches = meters.timer("facteur.billing.hold.batches");
    Gauge.builder("facteur.billing.hold.requests.waiting", waiting, WaitingRequests::size)
        .register(meters);
  }

  void start(@Observes StartupEvent event) {
    for (int i = 0; i < config.workers(); i++) {
      Thread thread = new Thread(this::run, "holds-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    waiting.close();
    for (Thread thread : threads) {
      thread.join(STOP_MILLIS);
    }
  }

  private void run() {
    try {
      List<PendingRequest> batch = waiting.take();
      while (!batch.isEmpty()) {
        serve(batch);
        batch = waiting.take();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(List<PendingRequest> batch) {
    try {
      List<PendingRequest> inTime = batch.stream().filter(this::inTime).toList();
      Map<Long, HoldAnswer> answers = answers(inTime);
      inTime.forEach(request -> reply(request, answers));
    } catch (RuntimeException problem) {
      LOG.errorf(problem, "fact=hold-batch-failed requests=%d", batch.size());
    } finally {
      batch.forEach(request -> request.done().run());
    }
  }

  private boolean inTime(PendingRequest request) {
    boolean inTime = !request.isLate(clock.instant());
    if (!inTime) {
      late.increment();
    }
    return inTime;
  }

  private Map<Long, HoldAnswer> answers(List<PendingRequest> requests) {
    List<HoldItem> items = requests.stream().flatMap(r -> r.request().holds().stream()).toList();
    if (items.isEmpty()) {
      return Map.of();
    }
    try {
      return batches.record(() -> desk.answer(items));
    } catch (RuntimeException problem) {
      LOG.warnf("fact=hold-batch-split items=%d reason=%s", items.size(), problem);
      return oneByOne(requests);
    }
  }

  /** So that one bad item fails alone; stops at the deadline, for the case that nothing works. */
  private Map<Long, HoldAnswer> oneByOne(List<PendingRequest> requests) {
    Map<Long, HoldAnswer> answers = new HashMap<>();
    for (PendingRequest request : requests) {
      for (HoldItem item : request.request().holds()) {
        if (request.isLate(clock.instant())) {
          break;
        }
        try {
          answers.putAll(desk.answer(List.of(item)));
        } catch (RuntimeException problem) {
          LOG.warnf("fact=hold-failed sending=%d reason=%s", item.sendingId(), problem);
        }
      }
    }
    return answers;
  }

  private void reply(PendingRequest request, Map<Long, HoldAnswer> answers) {
    List<HoldAnswer> own =
        request.request().holds().stream()
            .map(item -> answers.get(item.sendingId()))
            .filter(Objects::nonNull)
            .toList();
    own.forEach(answer -> outcomes.get(answer.outcome()).increment());
    if (!own.isEmpty()) {
      replies.send(request, own);
    }
  }
}
