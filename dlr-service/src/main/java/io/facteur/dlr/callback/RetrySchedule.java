package io.facteur.dlr.callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed call is tried again.
 *
 * @param pauses before the second attempt, the third and so on
 * @param jitter the share, 0 to 1, by which a pause is made longer or shorter at random
 * @param maxRetryAfter the longest pause that a host can ask for
 */
record RetrySchedule(
    List<Duration> pauses, double jitter, Duration maxRetryAfter, RandomGenerator random) {

  /**
   * The pause before the next attempt, never shorter than what the host asked for.
   *
   * @param attempts made so far, at least 1
   * @return nothing when the call is to be given up
   */
  Optional<Duration> pause(int attempts, Optional<Duration> retryAfter) {
    if (attempts > pauses.size()) {
      return Optional.empty();
    }
    Duration planned = pauses.get(attempts - 1);
    double factor = 1 + jitter * (2 * random.nextDouble() - 1);
    Duration pause = Duration.ofMillis(Math.round(planned.toMillis() * factor));
    Duration asked = retryAfter.map(this::bounded).orElse(Duration.ZERO);
    return Optional.of(asked.compareTo(pause) > 0 ? asked : pause);
  }

  private Duration bounded(Duration asked) {
    return asked.compareTo(maxRetryAfter) > 0 ? maxRetryAfter : asked;
  }
}
