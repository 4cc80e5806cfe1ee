package io.facteur.messaging.hold;

/**
 * Billing's answer.
 *
 * @param outcome {@code held}, or why not
 * @param available thousandths of a credit that are left
 */
public record HoldAnswer(long sendingId, String outcome, long available) {

  /** Whether the credits are held. */
  public boolean isHeld() {
    return "held".equals(outcome);
  }
}
