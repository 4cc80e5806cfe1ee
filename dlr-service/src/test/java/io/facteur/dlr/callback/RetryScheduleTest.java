package io.facteur.dlr.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  private final RetrySchedule schedule =
      new RetrySchedule(
          List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)),
          0.2,
          Duration.ofHours(1),
          new Random(1));

  @Test
  void spreadsEachPauseAroundThePlan() {
    for (int i = 0; i < 1_000; i++) {
      long millis = schedule.pause(1, Optional.empty()).orElseThrow().toMillis();
      assertTrue(millis >= 4_000 && millis <= 6_000, () -> millis + " ms");
    }
  }

  @Test
  void givesUpAfterTheLastPause() {
    assertTrue(schedule.pause(2, Optional.empty()).isPresent());
    assertEquals(Optional.empty(), schedule.pause(3, Optional.empty()));
    assertEquals(Optional.empty(), schedule.pause(3, Optional.of(Duration.ofSeconds(1))));
  }

  @Test
  void waitsAsLongAsTheHostAsksWithinReason() {
    Duration asked = Duration.ofMinutes(20);
    assertEquals(Optional.of(asked), schedule.pause(1, Optional.of(asked)));
    assertEquals(
        Optional.of(Duration.ofHours(1)), schedule.pause(1, Optional.of(Duration.ofDays(9))));
    Duration brief = Duration.ofSeconds(1);
    assertTrue(schedule.pause(1, Optional.of(brief)).orElseThrow().compareTo(brief) > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 7 ', PT7S",
    "'Sun, 01 Mar 2026 10:01:00 GMT', PT1M",
    "'Sun, 01 Mar 2026 09:00:00 GMT',",
    "0,",
    "-5,",
    "soon,",
    "99999999999999,",
  })
  void readsBothFormsOfRetryAfter(String text, Duration pause) {
    assertEquals(
        Optional.ofNullable(pause), RetryAfter.parse(text, Instant.parse("2026-03-01T10:00:00Z")));
  }
}
