package io.facteur.billing.settlement;

/**
 * A sending whose fate was decided.
 *
 * @param amount thousandths of a credit as messaging counted them; null when the event has none
 */
public record SendingRef(long sendingId, String serviceName, Long amount) {

  public SendingRef {
    if (sendingId < 1 || serviceName == null) {
      throw new IllegalArgumentException("sending " + sendingId + " of " + serviceName);
    }
  }
}
