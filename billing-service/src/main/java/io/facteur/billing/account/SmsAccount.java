package io.facteur.billing.account;

import io.facteur.billing.ledger.LedgerAccount;

/** An SMS account and the three places where its own credits stand. */
public record SmsAccount(
    String serviceName,
    AccountStatus status,
    LedgerAccount available,
    LedgerAccount held,
    LedgerAccount consumed) {}
