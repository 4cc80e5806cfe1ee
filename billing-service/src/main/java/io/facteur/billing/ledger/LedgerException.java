package io.facteur.billing.ledger;

import java.sql.SQLException;

/** A statement of the ledger failed; the transaction is lost, nothing moved. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerException(String doing, SQLException cause) {
    super(doing + ": " + cause.getMessage(), cause);
  }

  public LedgerException(String problem) {
    super(problem);
  }
}
