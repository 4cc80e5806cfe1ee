package io.facteur.billing.hold;

/**
 * A new answer, to be stored.
 *
 * @param payer null when the account is unknown
 */
record Decision(HoldItem item, HoldAnswer answer, Payer payer) {

  boolean isHeld() {
    return answer.outcome() == HoldOutcome.HELD;
  }
}
