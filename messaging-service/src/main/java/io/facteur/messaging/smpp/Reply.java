package io.facteur.messaging.smpp;

import java.time.Instant;

/**
 * A message from a handset (MO), one segment of it as the operator sent it.
 *
 * @param from the handset's MSISDN as the operator wrote it
 * @param to the number that it wrote to
 * @param payload the octets, with the user data header when {@code udh}
 * @param udh whether {@code payload} begins with a user data header
 * @param dataCoding the coding of {@code payload} (SMPP 3.4, 5.2.19)
 * @param at when it came in
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Reply(
    String from, String to, byte[] payload, boolean udh, byte dataCoding, Instant at) {

  /** Without the text, and with the handset's number masked. */
  @Override
  public String toString() {
    return "from=%s to=%s octets=%d".formatted(Msisdns.masked(from), to, payload.length);
  }
}
