package io.facteur.smsc.tally;

/** A 64-bit hash (FNV-1a, mixed at the end): eight octets stand for a message of any length. */
public final class Fingerprint {

  private static final long PRIME = 0x100000001b3L;
  private long state = 0xcbf29ce484222325L;

  private Fingerprint() {}

  public static Fingerprint start() {
    return new Fingerprint();
  }

  public Fingerprint add(int value) {
    state = (state ^ value) * PRIME;
    return this;
  }

  public Fingerprint add(String text) {
    for (int i = 0; i < text.length(); i++) {
      state = (state ^ text.charAt(i)) * PRIME;
    }
    return add(text.length());
  }

  public Fingerprint add(byte[] octets) {
    for (byte octet : octets) {
      state = (state ^ (octet & 0xff)) * PRIME;
    }
    return add(octets.length);
  }

  /** The hash; never 0. */
  public long value() {
    long mixed = state;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    mixed ^= mixed >>> 33;
    return mixed == 0 ? 1 : mixed;
  }
}
