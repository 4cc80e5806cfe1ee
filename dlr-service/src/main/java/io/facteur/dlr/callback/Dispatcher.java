package io.facteur.dlr.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the claimed calls, each lane at its own pace, all from one event loop. What it is given was
 * reserved before, so its memory is bounded.
 */
@ApplicationScoped
class Dispatcher {

  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final AtomicInteger held = new AtomicInteger();
  private final CallbackConfig config;
  private final CallbackSender sender;
  private final ResultWriter results;
  private final InstanceLease lease;
  private final Context loop;
  private volatile boolean stopping;

  Dispatcher(
      CallbackConfig config,
      CallbackSender sender,
      ResultWriter results,
      InstanceLease lease,
      Vertx vertx,
      MeterRegistry meters) {
    this.config = config;
    this.sender = sender;
    this.results = results;
    this.lease = lease;
    this.loop = EventLoop.of(vertx);
    meters.gauge("facteur.callbacks.held", held);
    meters.gauge("facteur.callbacks.lanes", lanes, Map::size);
  }

  /** Takes room for calls on a lane; answers for how many. */
  int reserve(String lane, int wanted) {
    if (stopping || !lease.isFresh()) {
      return 0;
    }
    int[] granted = new int[1];
    lanes.compute(
        lane,
        (name, known) -> {
          Lane present = known == null ? new Lane(config, held) : known;
          granted[0] = present.reserve(wanted, System.nanoTime());
          return present;
        });
    return granted[0];
  }

  /** Gives room back for which no call was claimed. */
  void release(String lane, int count) {
    lanes.get(lane).release(count);
  }

  /** Makes calls that were claimed, for which room was reserved. */
  void offer(List<Callback> callbacks) {
    Map<String, Lane> touched = new HashMap<>();
    for (Callback each : callbacks) {
      Lane lane = lanes.get(each.lane());
      lane.add(each);
      touched.put(each.lane(), lane);
    }
    loop.runOnContext(now -> touched.values().forEach(this::pump));
  }

  /** How many calls may still be reserved, over all lanes. */
  int room() {
    return config.capacity() - held.get();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    lanes.values().forEach(lane -> giveBack(lane, lane.drain()));
  }

  @Scheduled(every = "1m")
  void forgetIdleLanes() {
    lanes.keySet().forEach(name -> lanes.computeIfPresent(name, (key, lane) -> kept(lane)));
  }

  private static Lane kept(Lane lane) {
    return lane.isIdle() ? null : lane;
  }

  private void pump(Lane lane) {
    long now = System.nanoTime();
    for (Callback next = lane.next(now); next != null; next = lane.next(now)) {
      Callback callback = next;
      if (!lease.isFresh()) {
        finished(lane, callback, new Outcome.Returned(), now);
      } else {
        sender.send(callback).thenAccept(outcome -> finished(lane, callback, outcome, now));
      }
    }
  }

  private void finished(Lane lane, Callback callback, Outcome outcome, long started) {
    long now = System.nanoTime();
    lane.ended(outcome, Duration.ofNanos(now - started), now);
    results.add(new Result(callback, outcome, lane));
    giveBack(lane, lane.drainIfOpen(now));
    loop.runOnContext(later -> pump(lane));
  }

  private void giveBack(Lane lane, List<Callback> callbacks) {
    callbacks.forEach(each -> results.add(new Result(each, new Outcome.Returned(), lane)));
  }
}
