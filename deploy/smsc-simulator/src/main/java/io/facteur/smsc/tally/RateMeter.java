package io.facteur.smsc.tally;

/** Events per second over the last minute, and the best second so far. Not thread-safe. */
final class RateMeter {

  private static final int SECONDS = 60;
  private final long[] counts = new long[SECONDS];
  private long second;
  private long peak;

  void count(long nowMillis) {
    advance(nowMillis / 1_000);
    int slot = (int) (second % SECONDS);
    counts[slot]++;
    peak = Math.max(peak, counts[slot]);
  }

  /** Events of the last second that is over. */
  long lastSecond(long nowMillis) {
    advance(nowMillis / 1_000);
    return counts[(int) ((second + SECONDS - 1) % SECONDS)];
  }

  /** Events of the best second. */
  long peak() {
    return peak;
  }

  private void advance(long now) {
    if (now - second >= SECONDS) {
      java.util.Arrays.fill(counts, 0);
      second = now;
    }
    while (second < now) {
      second++;
      counts[(int) (second % SECONDS)] = 0;
    }
  }
}
