package io.facteur.billing.settlement;

import io.facteur.billing.hold.HoldState;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.LedgerAccount;

/**
 * A hold as the ledger has it.
 *
 * @param paidFrom null, as {@code heldIn}, when nothing was ever held
 */
record ResolvedHold(
    long sendingId,
    HoldState state,
    Credits amount,
    Credits refunded,
    LedgerAccount paidFrom,
    LedgerAccount heldIn,
    LedgerAccount consumed) {}
