package io.facteur.testkit;

import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The other services, as the broker shows them: sends their events, takes what the service under
 * test sends to them.
 */
public final class TestBroker {

  private TestBroker() {}

  /**
   * Sends an event as another service would, and returns when the broker has stored it.
   *
   * @param address such as {@code facteur.users.events}
   * @param type such as {@code facteur.users.account.opened.v1}; the source follows from it
   * @param id of the event: the same again is a repeat
   * @param json the body
   */
  public static void send(String address, String type, String id, String json) {
    JsonObject properties =
        new JsonObject()
            .put("cloudEvents_specversion", "1.0")
            .put("cloudEvents_id", id)
            .put("cloudEvents_source", "facteur/" + type.split("\\.", -1)[1])
            .put("cloudEvents_type", type)
            .put("cloudEvents_time", Instant.now().toString());
    AmqpMessage message =
        AmqpMessage.create()
            .durable(true)
            .contentType("application/json; charset=utf-8")
            .applicationProperties(properties)
            .withBufferAsBody(Buffer.buffer(json))
            .build();
    BrokerClient.run(
        connection ->
            BrokerClient.await(
                BrokerClient.await(connection.createSender(address)).sendWithAck(message)));
  }

  /**
   * Takes the next message of a queue.
   *
   * @param queue as {@code address::queue}
   * @throws AssertionError when none comes within the limit
   */
  public static ReceivedEvent receive(String queue, Duration limit) {
    return poll(queue, limit)
        .orElseThrow(() -> new AssertionError("Nothing on " + queue + " within " + limit));
  }

  /** Takes the next message of a queue, if one comes within the limit. */
  public static Optional<ReceivedEvent> poll(String queue, Duration limit) {
    return BrokerClient.call(
        connection -> {
          var options =
              new AmqpReceiverOptions().setAutoAcknowledgement(false).setMaxBufferedMessages(1);
          Optional<AmqpMessage> message =
              next(BrokerClient.await(connection.createReceiver(queue, options)), limit);
          message.ifPresent(AmqpMessage::accepted);
          return message.map(ReceivedEvent::of);
        });
  }

  /** Empties a queue. */
  public static void purge(String queue) {
    Optional<ReceivedEvent> taken;
    do {
      taken = poll(queue, Duration.ofMillis(200));
    } while (taken.isPresent());
  }

  /**
   * Asks a question as messaging asks billing, with a reply queue and a correlation id, and returns
   * the JSON of the answer.
   *
   * @throws AssertionError when no answer with that correlation id comes within the limit
   */
  public static String request(String address, String json, Duration limit) {
    return BrokerClient.call(connection -> request(connection, address, json, limit));
  }

  /** Stops the broker in order. */
  public static void stop() throws IOException {
    Store.BROKER.stop();
  }

  /** Ends the broker as a crash would. */
  public static void kill() {
    Store.BROKER.kill();
  }

  /**
   * Starts the broker again, on the same port with the same messages, and returns when it accepts
   * connections.
   */
  public static void start() throws IOException {
    Store.BROKER.start();
  }

  /** Stops the broker and starts it again. */
  public static void restart() throws IOException {
    stop();
    start();
  }

  private static String request(
      AmqpConnection connection, String address, String json, Duration limit) {
    AmqpReceiver replies =
        BrokerClient.await(
            connection.createReceiver(null, new AmqpReceiverOptions().setDynamic(true)));
    String correlation = UUID.randomUUID().toString();
    AmqpMessage question =
        AmqpMessage.create()
            .contentType("application/json")
            .replyTo(replies.address())
            .correlationId(correlation)
            .ttl(limit.toMillis())
            .withBufferAsBody(Buffer.buffer(json))
            .build();
    BrokerClient.await(BrokerClient.await(connection.createSender(address)).sendWithAck(question));
    AmqpMessage answer =
        next(replies, limit)
            .orElseThrow(() -> new AssertionError("No answer of " + address + " in " + limit));
    if (!correlation.equals(answer.correlationId())) {
      throw new AssertionError("The answer is to another question: " + answer.correlationId());
    }
    return ReceivedEvent.of(answer).json();
  }

  private static Optional<AmqpMessage> next(AmqpReceiver receiver, Duration limit) {
    var received = new LinkedBlockingQueue<AmqpMessage>();
    receiver.handler(received::add);
    try {
      return Optional.ofNullable(received.poll(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
