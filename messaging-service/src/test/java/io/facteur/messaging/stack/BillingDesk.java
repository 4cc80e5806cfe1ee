package io.facteur.messaging.stack;

import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** Billing as messaging sees it: answers questions on the real broker, as the test says. */
public final class BillingDesk implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final List<JsonObject> asked = new CopyOnWriteArrayList<>();
  private volatile String outcome = "held";
  private volatile boolean silent;

  /** A desk that holds whatever it is asked. */
  public static BillingDesk open() throws Exception {
    BillingDesk desk = new BillingDesk();
    var config = ConfigProvider.getConfig();
    AmqpClientOptions options =
        new AmqpClientOptions()
            .setHost(config.getValue("amqp-host", String.class))
            .setPort(config.getValue("amqp-port", Integer.class))
            .setUsername(config.getValue("amqp-username", String.class))
            .setPassword(config.getValue("amqp-password", String.class));
    AmqpConnection connection =
        AmqpClient.create(desk.vertx, options)
            .connect()
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    AmqpSender replies =
        connection
            .createAnonymousSender()
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    connection
        .createReceiver("facteur.billing.holds")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS)
        .handler(question -> desk.answer(question, replies));
    return desk;
  }

  /** Every hold that was asked for. */
  public List<JsonObject> asked() {
    return asked;
  }

  /** What it answers from now on. */
  public void answers(String next) {
    outcome = next;
  }

  /** Takes questions and answers none. */
  public void keepsSilent(boolean now) {
    silent = now;
  }

  private void answer(AmqpMessage question, AmqpSender replies) {
    JsonArray holds = question.bodyAsBinary().toJsonObject().getJsonArray("holds");
    JsonArray answers = new JsonArray();
    for (int i = 0; i < holds.size(); i++) {
      JsonObject hold = holds.getJsonObject(i);
      asked.add(hold);
      answers.add(
          new JsonObject()
              .put("sendingId", hold.getLong("sendingId"))
              .put("outcome", outcome)
              .put("available", 500));
    }
    if (!silent) {
      replies.send(
          AmqpMessage.create()
              .address(question.replyTo())
              .correlationId(question.correlationId())
              .contentType("application/json")
              .withBufferAsBody(Buffer.buffer(new JsonObject().put("answers", answers).encode()))
              .build());
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
