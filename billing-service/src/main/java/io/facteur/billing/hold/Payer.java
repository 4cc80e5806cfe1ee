package io.facteur.billing.hold;

import io.facteur.billing.account.AccountStatus;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.LedgerAccount;

/**
 * Who pays, with the balance that this transaction has locked.
 *
 * @param paidFrom where the credits come from
 * @param heldIn where they wait for the sending's fate
 */
record Payer(
    String serviceName,
    AccountStatus status,
    LedgerAccount paidFrom,
    LedgerAccount heldIn,
    Credits balance) {}
