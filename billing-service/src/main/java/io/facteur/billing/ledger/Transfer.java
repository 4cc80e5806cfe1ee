package io.facteur.billing.ledger;

/**
 * One movement of credits.
 *
 * @param sendingId the sending that it is about, 0 when it is about none
 * @param reference unique per kind, so that a repeat can't move the credits twice
 * @param amount above zero
 */
public record Transfer(
    TransferKind kind,
    long sendingId,
    String reference,
    LedgerAccount from,
    LedgerAccount to,
    Credits amount) {

  public Transfer {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(kind + " " + reference + " of " + amount + " credits");
    }
  }

  /** A movement of which a sending has one per kind. */
  public static Transfer ofSending(
      TransferKind kind, long sendingId, LedgerAccount from, LedgerAccount to, Credits amount) {
    return new Transfer(kind, sendingId, Long.toString(sendingId), from, to, amount);
  }
}
