package io.facteur.billing.ledger;

/**
 * What the credits of a ledger account are. The order is the one in which transactions lock
 * balances: first what decides (available), last what everybody shares (issued), so that locks are
 * held as briefly as possible and never in opposite order.
 */
public enum AccountKind {
  /** May be spent. */
  AVAILABLE,
  /** Promised to a sending that is not accepted yet. */
  HELD,
  /** Spent. */
  CONSUMED,
  /** Given out by the platform; the counterpart of all others, so its balance is negative. */
  ISSUED
}
