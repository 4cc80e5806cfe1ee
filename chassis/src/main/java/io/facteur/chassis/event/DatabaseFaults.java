package io.facteur.chassis.event;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells a database that is away, or a collision of transactions, from a statement that is wrong.
 */
public final class DatabaseFaults {

  /**
   * SQLSTATE classes (PostgreSQL manual, appendix A): 08 connection, 53 resources, 57 operator
   * intervention (shutdown, starting up), 58 system, 40 serialization and deadlock, 55 lock not
   * available.
   */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40", "55");

  private DatabaseFaults() {}

  /** Whether the same work may succeed later, unchanged. */
  public static boolean passes(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && passes(sql)) {
        return true;
      }
      if (cause instanceof jakarta.transaction.RollbackException && cause.getCause() == null) {
        // The transaction was set to roll back by a lost connection or by its time-out.
        return true;
      }
    }
    return false;
  }

  private static boolean passes(SQLException sql) {
    if (sql instanceof SQLTransientException || sql instanceof SQLRecoverableException) {
      return true;
    }
    String state = sql.getSQLState();
    if (state == null) {
      // Agroal's "no connection in time" has no state; a statement's own error always has one.
      return true;
    }
    return state.length() >= 2 && PASSING.contains(state.substring(0, 2));
  }

  static void pause(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for the database", stopped);
    }
  }
}
