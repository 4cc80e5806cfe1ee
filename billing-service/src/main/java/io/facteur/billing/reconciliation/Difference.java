package io.facteur.billing.reconciliation;

/**
 * A figure that another contradicts.
 *
 * @param check {@code transfers} (a balance is not the sum of its transfers) or {@code holds} (what
 *     is held or consumed is not what the holds of the account say)
 * @param balance thousandths of a credit on the ledger account
 * @param expected thousandths of a credit that it should have
 */
public record Difference(
    String check,
    long ledgerAccount,
    String kind,
    String serviceName,
    long balance,
    long expected) {}
