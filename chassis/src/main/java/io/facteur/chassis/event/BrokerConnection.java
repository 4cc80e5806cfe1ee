package io.facteur.chassis.event;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * This process's own connection to the broker for what is sent: events by the relay, questions and
 * their replies. Opened when first needed, and again when it was lost. What is received in a queue
 * of a service comes through SmallRye's channels instead.
 */
@ApplicationScoped
public class BrokerConnection {

  private final AmqpClient client;
  private Future<AmqpConnection> connection;

  BrokerConnection(
      Vertx vertx,
      @ConfigProperty(name = "amqp-host") String host,
      @ConfigProperty(name = "amqp-port") int port,
      @ConfigProperty(name = "amqp-username", defaultValue = "facteur") String username,
      @ConfigProperty(name = "amqp-password", defaultValue = "facteur") String password) {
    AmqpClientOptions options =
        new AmqpClientOptions()
            .setHost(host)
            .setPort(port)
            .setUsername(username)
            .setPassword(password);
    options.setConnectTimeout(5_000).setTcpNoDelay(true);
    options.setHeartbeat(10_000);
    this.client = AmqpClient.create(vertx, options);
  }

  /**
   * The open connection, or the one being opened. A failure is not remembered: the next call tries
   * again.
   */
  public synchronized Future<AmqpConnection> open() {
    if (connection == null || connection.failed() || lost()) {
      connection = client.connect();
    }
    return connection;
  }

  private boolean lost() {
    return connection.succeeded() && connection.result().isDisconnected();
  }

  /** Drops a connection that does not answer, so that the next {@link #open} makes a new one. */
  public synchronized void drop() {
    if (connection != null && connection.succeeded()) {
      connection.result().close();
    }
    connection = null;
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
