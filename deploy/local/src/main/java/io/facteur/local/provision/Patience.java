package io.facteur.local.provision;

import io.facteur.local.client.ApiRefusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What one service was told reaches the others a moment later: a new account may be unknown to
 * billing for an instant. So calls that do not find it yet, or find a service not ready, are
 * repeated for half a minute.
 */
final class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Set<Integer> PASSING = Set.of(404, 429, 502, 503, 504);
  private static final int CONFLICT = 409;

  /** A call of the API. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws IOException;
  }

  private Patience() {}

  /** The answer, as soon as there is one. */
  static <T> T until(Call<T> call) throws IOException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        return call.make();
      } catch (ApiRefusal refusal) {
        if (!PASSING.contains(refusal.status()) || System.nanoTime() - limit > 0) {
          throw refusal;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
      }
    }
  }

  /** As {@link #until}, for something that may have been created before. */
  static void create(Call<?> call) throws IOException {
    try {
      until(call);
    } catch (ApiRefusal refusal) {
      if (refusal.status() != CONFLICT) {
        throw refusal;
      }
    }
  }
}
