package io.facteur.smsc.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often each receiver's segment was throttled. Bounded: the oldest is forgotten. */
final class Throttles {

  private static final int MAX_PLACES = 100_000;
  private final Map<Long, Integer> counts = new LinkedHashMap<>();

  /** Whether this submit is one of the first {@code times} since the last that went through. */
  synchronized boolean throttle(long place, int times) {
    int before = counts.getOrDefault(place, 0);
    if (before >= times) {
      counts.remove(place);
      return false;
    }
    counts.put(place, before + 1);
    if (counts.size() > MAX_PLACES) {
      var oldest = counts.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return true;
  }

  synchronized void reset() {
    counts.clear();
  }
}
