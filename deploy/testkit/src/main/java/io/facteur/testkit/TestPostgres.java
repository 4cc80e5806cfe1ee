package io.facteur.testkit;

import java.io.IOException;

/** Takes the database away from the service under test, and gives it back. */
public final class TestPostgres {

  private TestPostgres() {}

  /** Stops PostgreSQL. Connections break; new ones are refused until {@link #start}. */
  public static void stop() throws IOException {
    Store.POSTGRESQL.stop();
  }

  /** Ends PostgreSQL as a crash would; {@link #start} recovers. */
  public static void kill() {
    Store.POSTGRESQL.kill();
  }

  /** Starts PostgreSQL again, on the same port with the same data, and returns when it answers. */
  public static void start() throws IOException {
    Store.POSTGRESQL.start();
  }
}
