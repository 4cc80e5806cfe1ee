package io.facteur.chassis.event;

import java.sql.SQLException;

/** The outbox or the inbox could not be read or written; the transaction is lost. */
public final class EventStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EventStoreException(String table, SQLException cause) {
    super(table + ": " + cause.getMessage(), cause);
  }
}
