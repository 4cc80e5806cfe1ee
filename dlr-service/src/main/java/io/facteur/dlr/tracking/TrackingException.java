package io.facteur.dlr.tracking;

import java.sql.SQLException;

/** A statement of tracking failed; the transaction is lost. */
final class TrackingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrackingException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
