package io.facteur.messaging.contact;

import io.facteur.messaging.number.Msisdn;

/**
 * Which numbers have been met, and at which position: 24 bytes per number, where a map of objects
 * takes five times as much. Not for several threads.
 */
public final class NumberIndex {

  private static final int SMALLEST = 64;

  private long[] numbers = new long[SMALLEST];
  private int[] positions = new int[SMALLEST];
  private int size;

  /**
   * Remembers a number, unless it is known.
   *
   * @param position 0 or more
   * @return the position under which it was known, or -1 when it is new
   */
  public int putIfAbsent(Msisdn number, int position) {
    long digits = Long.parseLong(number.digits());
    int slot = slot(digits);
    if (numbers[slot] == digits) {
      return positions[slot];
    }
    numbers[slot] = digits;
    positions[slot] = position;
    size++;
    if (2 * size > numbers.length) {
      grow();
    }
    return -1;
  }

  /** Its place, or the free one where it belongs; 0 is no number and marks free places. */
  private int slot(long digits) {
    int mask = numbers.length - 1;
    int slot = (int) ((digits * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (numbers[slot] != 0 && numbers[slot] != digits) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldNumbers = numbers;
    int[] oldPositions = positions;
    numbers = new long[2 * oldNumbers.length];
    positions = new int[numbers.length];
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != 0) {
        int slot = slot(oldNumbers[i]);
        numbers[slot] = oldNumbers[i];
        positions[slot] = oldPositions[i];
      }
    }
  }
}
