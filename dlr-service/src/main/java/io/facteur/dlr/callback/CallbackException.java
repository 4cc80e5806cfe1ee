package io.facteur.dlr.callback;

import java.sql.SQLException;

/** A statement about callbacks failed; the transaction is lost. */
public final class CallbackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CallbackException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
