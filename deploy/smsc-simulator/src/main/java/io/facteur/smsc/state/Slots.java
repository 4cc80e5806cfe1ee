package io.facteur.smsc.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Numbered places for small records, each used or free. A used place survives the end of the
 * process; a place is marked as used only after it was written.
 */
public final class Slots {

  /** Octets of a record, the mark included. */
  static final int SIZE = 128;

  private static final byte USED = 1;
  private final ByteBuffer places;
  private final int[] free;
  private int freeCount;

  private Slots(ByteBuffer places) {
    this.places = places;
    this.free = new int[places.capacity() / SIZE];
    for (int place = free.length - 1; place >= 0; place--) {
      if (places.get(place * SIZE) != USED) {
        free[freeCount++] = place;
      }
    }
  }

  /** The places of a directory, 64 MB when all are used. */
  public static Slots in(StateDirectory directory, int count) throws IOException {
    return new Slots(directory.map("receipts.slots", count * SIZE));
  }

  /** No places at all. */
  public static Slots none() {
    return new Slots(ByteBuffer.allocate(0));
  }

  /** Whether these are real places. */
  public boolean isPersistent() {
    return free.length > 0;
  }

  /** Whether a place is free. */
  public synchronized boolean hasRoom() {
    return freeCount > 0;
  }

  /** Reads the records that are there, each positioned behind its mark. */
  public synchronized void forEach(RecordReader reader) {
    for (int place = 0; place < free.length; place++) {
      if (places.get(place * SIZE) == USED) {
        reader.read(place, places.slice(place * SIZE + 1, SIZE - 1));
      }
    }
  }

  /** Writes a record into a free place; returns its number, or -1 when none is free. */
  public synchronized int write(Consumer<ByteBuffer> writer) {
    if (freeCount == 0) {
      return -1;
    }
    int place = free[--freeCount];
    writer.accept(places.slice(place * SIZE + 1, SIZE - 1));
    places.put(place * SIZE, USED);
    return place;
  }

  /** Frees a place. */
  public synchronized void free(int place) {
    if (place >= 0 && places.get(place * SIZE) == USED) {
      places.put(place * SIZE, (byte) 0);
      free[freeCount++] = place;
    }
  }

  /** Takes a record. */
  @FunctionalInterface
  public interface RecordReader {
    void read(int place, ByteBuffer octets);
  }

  /** Writes a text of at most 255 characters, those outside of Latin-1 replaced. */
  public static void putText(ByteBuffer octets, String text) {
    byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);
    octets.put((byte) latin1.length).put(latin1);
  }

  /** Reads what {@link #putText} wrote. */
  public static String getText(ByteBuffer octets) {
    byte[] latin1 = new byte[octets.get() & 0xff];
    octets.get(latin1);
    return new String(latin1, StandardCharsets.ISO_8859_1);
  }
}
