package io.facteur.chassis.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An IPv4 or IPv6 network in CIDR notation.
 *
 * @param base an address of the network, 4 or 16 bytes
 * @param prefix how many of its leading bits count, 0 to 32 or 128
 */
record Network(InetAddress base, int prefix) {

  /**
   * Reads {@code 10.0.0.0/8}, or a single address.
   *
   * @throws IllegalArgumentException when the text is no network
   */
  static Network parse(String text) {
    String[] parts = text.strip().split("/", 2);
    if (!parts[0].matches("[0-9a-fA-F:.]+")) {
      // A name would be looked up.
      throw new IllegalArgumentException("not a network in CIDR notation: " + text);
    }
    try {
      InetAddress base = InetAddress.getByName(parts[0]);
      int bits = base.getAddress().length * 8;
      int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
      if (prefix < 0 || prefix > bits) {
        throw new IllegalArgumentException("prefix out of 0.." + bits + ": " + text);
      }
      return new Network(base, prefix);
    } catch (UnknownHostException | NumberFormatException problem) {
      throw new IllegalArgumentException("not a network in CIDR notation: " + text, problem);
    }
  }

  /** Whether the address lies in this network; never for an address of the other family. */
  boolean contains(InetAddress address) {
    byte[] own = base.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
