package io.facteur.messaging.smpp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses between attempts to connect: 100 ms, doubled up to 30 s, each between half and the
 * whole of it, so that replicas do not come back in step. Not thread-safe.
 */
final class Backoff {

  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 30_000;

  /** A session that ends sooner has not proved that the operator is well. */
  private static final Duration STABLE = Duration.ofSeconds(5);

  private final RandomGenerator random;
  private long nextMillis = FIRST_MILLIS;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The pause after an attempt, or a session, that lasted so long. */
  Duration after(Duration session) {
    if (session.compareTo(STABLE) >= 0) {
      nextMillis = FIRST_MILLIS;
    }
    long half = nextMillis / 2;
    nextMillis = Math.min(LONGEST_MILLIS, nextMillis * 2);
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
