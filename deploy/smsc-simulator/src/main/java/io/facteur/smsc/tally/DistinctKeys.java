package io.facteur.smsc.tally;

/**
 * A set of fingerprints in eight to sixteen octets each. It is split into shards that grow one by
 * one, so that growing never doubles the whole. Not thread-safe.
 */
final class DistinctKeys {

  /** Up to 22 octets each, just after a table has grown. Repeats beyond it count as new keys. */
  static final int MAX_KEYS = (int) Math.min(10_000_000, Runtime.getRuntime().maxMemory() / 2 / 22);

  private static final int SHARDS = 256;
  private final long[][] tables = new long[SHARDS][];
  private final int[] sizes = new int[SHARDS];
  private int size;

  /** True when the key was not there; also when the set is full. */
  boolean add(long key) {
    int shard = (int) (key >>> 56);
    long[] table = tables[shard];
    if (table == null) {
      table = new long[16];
      tables[shard] = table;
    }
    int slot = slotOf(table, key);
    if (table[slot] == key) {
      return false;
    }
    if (isFull()) {
      return true;
    }
    table[slot] = key;
    size++;
    if (++sizes[shard] * 4 > table.length * 3) {
      tables[shard] = grown(table);
    }
    return true;
  }

  boolean isFull() {
    return size >= MAX_KEYS;
  }

  private static int slotOf(long[] table, long key) {
    int mask = table.length - 1;
    int slot = (int) key & mask;
    while (table[slot] != 0 && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long[] grown(long[] table) {
    long[] larger = new long[table.length * 2];
    for (long key : table) {
      if (key != 0) {
        larger[slotOf(larger, key)] = key;
      }
    }
    return larger;
  }
}
