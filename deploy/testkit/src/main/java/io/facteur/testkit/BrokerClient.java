package io.facteur.testkit;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** A short connection to the broker of the stack for each thing that a test does with it. */
final class BrokerClient {

  private static final long LIMIT_SECONDS = 10;
  private static final Vertx VERTX =
      Vertx.vertx(new VertxOptions().setUseDaemonThread(true).setEventLoopPoolSize(1));

  private BrokerClient() {}

  static void run(Consumer<AmqpConnection> action) {
    call(
        connection -> {
          action.accept(connection);
          return null;
        });
  }

  static <T> T call(Function<AmqpConnection, T> action) {
    AmqpClient client = AmqpClient.create(VERTX, options());
    try {
      return action.apply(await(client.connect()));
    } finally {
      await(client.close());
    }
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker refuses: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The broker does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the broker", e);
    }
  }

  private static AmqpClientOptions options() {
    try {
      return new AmqpClientOptions()
          .setHost("127.0.0.1")
          .setPort(Store.BROKER.port())
          .setUsername(Store.USER)
          .setPassword(Store.PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
