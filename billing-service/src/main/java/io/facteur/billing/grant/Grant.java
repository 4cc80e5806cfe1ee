package io.facteur.billing.grant;

import io.facteur.billing.ledger.Credits;

/**
 * Credits issued by an operator.
 *
 * @param reference the operator's own, unique over all accounts
 * @param grantedBy who did it
 */
record Grant(String reference, String serviceName, Credits amount, String grantedBy) {

  boolean isSameAs(Grant other) {
    return serviceName.equals(other.serviceName) && amount.equals(other.amount);
  }
}
