package io.facteur.testkit;

import io.facteur.embedded.keys.TokenKey;
import io.facteur.embedded.postgres.PostgresDatabases;
import io.facteur.embedded.process.WholeDirectory;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL (durable), Redis and Artemis for a test of a service:
 * {@code @QuarkusTest @WithTestResource(FacteurStack.class)}. They start once per JVM. Each start
 * of the application finds a fresh database, an empty broker and an empty Redis.
 *
 * <p>The database has the name of the module ({@code billing} in billing-service); the argument
 * {@code database} gives another.
 */
public final class FacteurStack implements QuarkusTestResourceLifecycleManager {

  private static final String STARTS = "facteur.testkit.starts";

  private String service = moduleName();

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("database", service);
  }

  @Override
  public Map<String, String> start() {
    // System properties are what all class loaders of this JVM share, so their lock is taken too.
    synchronized (System.getProperties()) {
      try {
        return startAll();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException("Cannot create the database of " + service, e);
      }
    }
  }

  /** The stores outlive the application: they end with the JVM. */
  @Override
  public void stop() {}

  private Map<String, String> startAll() throws IOException, SQLException {
    if (!StackHome.exists()) {
      StackHome.create();
      TestKeys.write(TokenKey.generate(TestKeys.ID));
      Runtime.getRuntime().addShutdownHook(new Thread(FacteurStack::end));
    }
    int start = Integer.getInteger(STARTS, 0) + 1;
    System.setProperty(STARTS, Integer.toString(start));
    emptyBrokerAndRedis();
    for (Store store : Store.values()) {
      store.launchUnlessRunning();
    }
    for (Store store : Store.values()) {
      store.awaitReady();
    }
    String database = start == 1 ? service : service + "_" + start;
    new PostgresDatabases(Store.POSTGRESQL.port(), Store.PASSWORD)
        .create(database, service, Store.PASSWORD);
    return configuration(database);
  }

  private static void emptyBrokerAndRedis() throws IOException {
    Store.BROKER.kill();
    WholeDirectory.delete(StackHome.get().resolve("broker"));
    Store.REDIS.kill();
  }

  private Map<String, String> configuration(String database) throws IOException {
    var configuration = new HashMap<String, String>();
    configuration.put(
        "quarkus.datasource.jdbc.url", PostgresDatabases.url(Store.POSTGRESQL.port(), database));
    configuration.put("quarkus.datasource.username", service);
    configuration.put("quarkus.datasource.password", Store.PASSWORD);
    configuration.put("amqp-host", "127.0.0.1");
    configuration.put("amqp-port", Integer.toString(Store.BROKER.port()));
    configuration.put("amqp-username", Store.USER);
    configuration.put("amqp-password", Store.PASSWORD);
    configuration.put("quarkus.redis.hosts", "redis://127.0.0.1:" + Store.REDIS.port());
    configuration.put("facteur.internal-token.jwks", TestKeys.jwks().toString());
    configuration.put("facteur.internal-token.private-key", TestKeys.privatePem().toString());
    configuration.put("facteur.internal-token.key-id", TestKeys.ID);
    return configuration;
  }

  private static void end() {
    Path home = StackHome.get();
    try {
      ServerPid.endAll(home);
      WholeDirectory.delete(home.resolve("postgresql"));
      WholeDirectory.delete(home.resolve("broker"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String moduleName() {
    String folder = Path.of("").toAbsolutePath().getFileName().toString();
    return folder.replace("-service", "");
  }
}
