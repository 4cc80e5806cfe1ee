package io.facteur.smsc.state;

import java.io.IOException;
import java.nio.LongBuffer;
import java.util.function.LongConsumer;

/**
 * The fingerprints of accepted segments in order, so that a simulator that was killed still knows
 * what came twice. Not thread-safe.
 */
public final class AcceptedLog {

  /** 80 MB; beyond it nothing is appended. */
  private static final int MAX = 10_000_000;

  private final LongBuffer entries;

  private AcceptedLog(LongBuffer entries) {
    this.entries = entries;
  }

  /** The log of a directory; the next entry goes behind those that are there. */
  public static AcceptedLog in(StateDirectory directory) throws IOException {
    return new AcceptedLog(directory.map("accepted.log", MAX * Long.BYTES).asLongBuffer());
  }

  /** A log that forgets. */
  public static AcceptedLog none() {
    return new AcceptedLog(LongBuffer.allocate(0));
  }

  /** Reads what an earlier process wrote. */
  public void replay(LongConsumer reader) {
    long entry = entries.hasRemaining() ? entries.get(entries.position()) : 0;
    while (entry != 0) {
      reader.accept(entry);
      entries.position(entries.position() + 1);
      entry = entries.hasRemaining() ? entries.get(entries.position()) : 0;
    }
  }

  /** Adds a fingerprint, which is never 0. */
  public void append(long fingerprint) {
    if (entries.hasRemaining()) {
      entries.put(fingerprint);
    }
  }

  /** Empties the log. */
  public void reset() {
    entries.flip();
    while (entries.hasRemaining()) {
      entries.put(0);
    }
    entries.clear();
  }
}
