package io.facteur.dlr.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.dlr.ptt.DeliveryState;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {

  private static final Outcome FAILED = new Outcome.Failed("no", Optional.empty(), true);
  private static final Outcome NOT_FOUND = new Outcome.Failed("404", Optional.empty(), false);
  private static final Duration QUICK = Duration.ofMillis(5);

  private final AtomicInteger heldByAll = new AtomicInteger();
  private final Lane lane = new Lane(config(), heldByAll);

  @Test
  void holdsNoMoreThanItsCapacityAndThatOfAll() {
    Lane other = new Lane(config(), heldByAll);
    assertEquals(8, lane.reserve(100, 0));
    assertEquals(2, other.reserve(100, 0));
    assertEquals(10, heldByAll.get());
    lane.release(8);
    assertEquals(6, other.reserve(100, 0));
    assertEquals(8, heldByAll.get());
    assertTrue(lane.isIdle());
  }

  @Test
  void halvesItsConcurrencyWhenTheHostFailsAndGrowsWhenItAnswersQuickly() {
    int first = lane.limit();
    call(new Outcome.Delivered(), QUICK);
    assertEquals(first + 1, lane.limit());
    call(FAILED, QUICK);
    assertEquals((first + 1) / 2, lane.limit());
    call(new Outcome.Delivered(), Duration.ofSeconds(3));
    assertEquals((first + 1) / 4, lane.limit());
    call(NOT_FOUND, QUICK);
    assertEquals((first + 1) / 4 + 1, lane.limit());
  }

  @Test
  void leavesAHostAloneThatFailsAgainAndAgain() {
    call(FAILED, QUICK);
    call(FAILED, QUICK);
    lane.add(callback());
    assertNull(lane.next(0));
    assertEquals(0, lane.reserve(5, 0));
    assertEquals(1, lane.drainIfOpen(0).size());

    long later = Duration.ofSeconds(10).toNanos();
    assertEquals(1, lane.reserve(5, later));
    assertEquals(0, lane.reserve(5, later));
    lane.add(callback());
    lane.add(callback());
    assertNotNull(lane.next(later));
    assertNull(lane.next(later), "a second call while the first probes");
    lane.ended(new Outcome.Delivered(), QUICK, later);
    assertNotNull(lane.next(later));
  }

  private void call(Outcome outcome, Duration took) {
    lane.add(callback());
    assertNotNull(lane.next(0));
    lane.ended(outcome, took, 0);
  }

  private static Callback callback() {
    return new Callback(
        new CallbackKey(1, 1),
        "sms-fa00001-1",
        DeliveryState.DELIVERED,
        Instant.EPOCH,
        "http://host.example/",
        "http://host.example:80",
        0,
        List.of());
  }

  private static CallbackConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(CallbackConfig.class)
        .withDefaultValues(
            Map.of(
                "facteur.callbacks.capacity", "10",
                "facteur.callbacks.lane-capacity", "8",
                "facteur.callbacks.circuit-failures", "2",
                "facteur.callbacks.circuit-open", "10s",
                "facteur.callbacks.instance", "test"))
        .withDefaultValue("quarkus.uuid", "x")
        .withConverter(
            Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
        .build()
        .getConfigMapping(CallbackConfig.class);
  }
}
