package io.facteur.embedded.broker;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Artemis in this JVM, configured by a {@code broker.xml}, with one user that has the role {@value
 * #ROLE}.
 */
public final class Broker implements AutoCloseable {

  private static final String ROLE = "facteur";

  /**
   * Artemis tells its auditors about every message; here nobody listens. Held, or the level would
   * be forgotten.
   */
  private static final Logger AUDIT = Logger.getLogger("org.apache.activemq.audit");

  private final EmbeddedActiveMQ server;

  private Broker(EmbeddedActiveMQ server) {
    this.server = server;
  }

  /**
   * Starts the broker; it is ready when this returns. Port and data directory are taken from the
   * system properties that the configuration names.
   *
   * @param configuration path of the {@code broker.xml}
   */
  public static Broker start(Path configuration, String user, String password) throws Exception {
    AUDIT.setLevel(Level.OFF);
    var users = new SecurityConfiguration();
    users.addUser(user, password);
    users.addRole(user, ROLE);
    var server = new EmbeddedActiveMQ();
    server.setConfigResourcePath(configuration.toUri().toString());
    server.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
    server.start();
    return new Broker(server);
  }

  /** Stops the broker in order: what it holds is on disk. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop in order", e);
    }
  }
}
