package io.facteur.testkit;

import io.facteur.embedded.postgres.PostgresBinaries;
import io.facteur.embedded.postgres.PostgresCluster;
import io.facteur.embedded.process.ServerProcess;
import io.facteur.embedded.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One of the three servers of the stack. It keeps its port over restarts. */
enum Store {
  // The slowest first: they start side by side.
  BROKER {
    @Override
    ServerProcess launch(Path home) throws IOException {
      return BrokerLaunch.start(port(), home.resolve("broker"), log(home));
    }
  },
  POSTGRESQL {
    @Override
    ServerProcess launch(Path home) throws IOException {
      cluster(home).create(Map.of());
      return cluster(home).start(port(), log(home));
    }

    private PostgresCluster cluster(Path home) throws IOException {
      return new PostgresCluster(
          PostgresBinaries.in(binaries().resolve("postgres")),
          home.resolve("postgresql"),
          StackHome.root().resolve("deploy/embedded/postgresql.conf"),
          PASSWORD);
    }
  },
  REDIS {
    @Override
    ServerProcess launch(Path home) throws IOException {
      return RedisServer.in(binaries().resolve("redis")).start(port(), log(home));
    }
  };

  /** Loopback only, and the data ends with the tests. */
  static final String PASSWORD = "test";

  static final String USER = "facteur";

  abstract ServerProcess launch(Path home) throws IOException;

  /** Its port on the loopback address; allotted when it is first asked for. */
  int port() throws IOException {
    String property = "facteur.testkit." + lowerName() + ".port";
    Integer known = Integer.getInteger(property);
    if (known != null) {
      return known;
    }
    int port = ServerProcess.freePort();
    System.setProperty(property, Integer.toString(port));
    return port;
  }

  /** Starts the server, unless it runs, and waits until it is ready. */
  void start() throws IOException {
    launchUnlessRunning();
    awaitReady();
  }

  void launchUnlessRunning() throws IOException {
    if (pid().running().isEmpty()) {
      pid().write(launch(StackHome.get()).pid());
    }
  }

  void awaitReady() throws IOException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!ServerProcess.accepts(port())) {
      if (pid().running().isEmpty() || System.nanoTime() - limit > 0) {
        throw new IOException(this + " does not start, see " + log(StackHome.get()));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Stops the server as an operator would. Its data stays. */
  void stop() throws IOException {
    // On SIGTERM PostgreSQL waits until its clients have left; a pool never does.
    pid().stop(this == POSTGRESQL ? "INT" : "TERM");
  }

  /** Ends the server as a crash would. Its data stays. */
  void kill() {
    pid().kill();
  }

  private ServerPid pid() {
    return ServerPid.of(StackHome.get(), lowerName());
  }

  Path log(Path home) {
    return home.resolve(lowerName() + ".log");
  }

  private static Path binaries() {
    return StackHome.root().resolve("deploy/embedded/target");
  }

  private String lowerName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
