package io.facteur.bench.row;

import java.sql.SQLException;

/** How many messages have come to their end. */
public interface Ends {

  /**
   * Messages of a measurement.
   *
   * @param accepted all of them
   * @param ended with a final state
   * @param delivered with the final state delivered
   */
  record Count(long accepted, long ended, long delivered) {}

  /** The largest id of a sending until now. */
  long lastSending() throws SQLException;

  /** Counts the messages of sendings with larger ids. */
  Count after(long sending) throws SQLException;
}
