package io.facteur.billing.ledger;

import java.util.Locale;

/** Why credits move. */
public enum TransferKind {
  /** Issued to available, by an operator; the reference is the operator's. */
  GRANT,
  /** Available to held; the reference is the sending's id, as for the next two. */
  HOLD,
  /** Held to consumed: the sending was accepted. */
  POST,
  /** Held to available: the sending was given up. */
  VOID,
  /** Consumed to where the payment came from, whatever the reason; the reference is the message. */
  REFUND;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
