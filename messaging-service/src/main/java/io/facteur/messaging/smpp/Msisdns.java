package io.facteur.messaging.smpp;

/** Numbers as they may stand in a log. */
final class Msisdns {

  private static final int SHOWN = 4;

  private Msisdns() {}

  /** All but the last four characters hidden. */
  static String masked(String number) {
    int hidden = Math.max(0, number.length() - SHOWN);
    return "*".repeat(hidden) + number.substring(hidden);
  }
}
