package io.facteur.billing.ledger;

import java.util.Comparator;

/** Names a row of balances; sorts in the order of locking. */
public record LedgerAccount(AccountKind kind, long id) implements Comparable<LedgerAccount> {

  /** The platform's counterpart of every credit that it gave out; made by the first migration. */
  public static final LedgerAccount ISSUED = new LedgerAccount(AccountKind.ISSUED, 1);

  private static final Comparator<LedgerAccount> LOCKING =
      Comparator.comparing(LedgerAccount::kind).thenComparingLong(LedgerAccount::id);

  public static LedgerAccount available(long id) {
    return new LedgerAccount(AccountKind.AVAILABLE, id);
  }

  public static LedgerAccount held(long id) {
    return new LedgerAccount(AccountKind.HELD, id);
  }

  public static LedgerAccount consumed(long id) {
    return new LedgerAccount(AccountKind.CONSUMED, id);
  }

  @Override
  public int compareTo(LedgerAccount other) {
    return LOCKING.compare(this, other);
  }
}
