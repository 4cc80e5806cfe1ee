package io.facteur.bench.load;

/**
 * How long answers took, counted in steps of 0.1 ms up to 20 s; longer ones count as that. One
 * thread writes; read when it is done.
 */
public final class Latencies {

  private static final long STEP_NANOS = 100_000;
  private static final int STEPS = 200_000;

  private final int[] counts = new int[STEPS];
  private int total;

  void record(long nanos) {
    counts[(int) Math.min(STEPS - 1, nanos / STEP_NANOS)]++;
    total++;
  }

  /** Milliseconds that this share of the answers, 0 to 1, did not exceed. */
  public double millis(double share) {
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    int step = 0;
    while (step < STEPS - 1 && seen + counts[step] < wanted) {
      seen += counts[step++];
    }
    return (step + 1) * STEP_NANOS / 1e6;
  }
}
