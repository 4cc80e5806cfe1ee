package io.facteur.gateway.flush;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * This replica's own copy of what users-service announces. The broker keeps nothing for a gateway
 * that is away, so whenever the line is up (again), everything remembered is forgotten.
 */
@Singleton
class UserEvents {

  private static final Logger LOG = Logger.getLogger(UserEvents.class);
  private static final String ADDRESS = "facteur.users.events";
  private static final long LOOK_MILLIS = 1_000;
  private static final long ATTEMPT_SECONDS = 10;

  private final Vertx vertx;
  private final AmqpClient client;
  private final RememberedFacts remembered;
  private final AtomicBoolean connecting = new AtomicBoolean();
  private volatile AmqpConnection connection;

  UserEvents(
      Vertx vertx,
      RememberedFacts remembered,
      MeterRegistry meters,
      @ConfigProperty(name = "amqp-host") String host,
      @ConfigProperty(name = "amqp-port") int port,
      @ConfigProperty(name = "amqp-username", defaultValue = "facteur") String username,
      @ConfigProperty(name = "amqp-password", defaultValue = "facteur") String password) {
    this.vertx = vertx;
    this.remembered = remembered;
    AmqpClientOptions options =
        new AmqpClientOptions()
            .setHost(host)
            .setPort(port)
            .setUsername(username)
            .setPassword(password);
    options.setHeartbeat(10_000).setConnectTimeout(5_000);
    this.client = AmqpClient.create(vertx, options);
    Gauge.builder("facteur.gateway.listening", this, events -> events.listening() ? 1 : 0)
        .description("1 while changes at users-service are heard of, 0 while caches only time out")
        .register(meters);
  }

  void start(@Observes StartupEvent event) {
    keepListening();
    vertx.setPeriodic(LOOK_MILLIS, timer -> keepListening());
  }

  void stop(@Observes ShutdownEvent event) {
    client.close();
  }

  private boolean listening() {
    AmqpConnection present = connection;
    return present != null && !present.isDisconnected();
  }

  private void keepListening() {
    if (listening() || !connecting.compareAndSet(false, true)) {
      return;
    }
    client
        .connect()
        .timeout(ATTEMPT_SECONDS, TimeUnit.SECONDS)
        .compose(
            opened ->
                opened
                    .createReceiver(ADDRESS)
                    .timeout(ATTEMPT_SECONDS, TimeUnit.SECONDS)
                    .onSuccess(receiver -> listen(opened, receiver))
                    .onFailure(problem -> opened.close()))
        .onFailure(problem -> LOG.debugf(problem, "fact=not-listening address=%s", ADDRESS))
        .onComplete(done -> connecting.set(false));
  }

  private void listen(AmqpConnection opened, AmqpReceiver receiver) {
    receiver.handler(remembered::changed);
    receiver.exceptionHandler(problem -> opened.close());
    opened.exceptionHandler(
        problem -> LOG.warnf("fact=broker-lost address=%s problem=%s", ADDRESS, problem));
    connection = opened;
    LOG.infof("fact=listening address=%s", ADDRESS);
    remembered.forgetAll();
  }
}
