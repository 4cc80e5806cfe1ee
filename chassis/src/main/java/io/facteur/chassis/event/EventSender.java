package io.facteur.chassis.event;

import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpMessageBuilder;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sends outbox rows as CloudEvents (AMQP binding, binary mode) and waits for the broker's word. Of
 * the two prefixes that the binding allows, the one that the broker's filters can name.
 */
@ApplicationScoped
class EventSender {

  private static final Logger LOG = Logger.getLogger(EventSender.class);

  /**
   * With its charset, which makes SmallRye leave the body alone: what it knows as JSON it parses
   * before anybody can handle a body that is none.
   */
  private static final String JSON = "application/json; charset=utf-8";

  private final BrokerConnection broker;
  private final EventsConfig config;
  private Future<AmqpSender> sender;

  EventSender(BrokerConnection broker, EventsConfig config) {
    this.broker = broker;
    this.config = config;
  }

  /** The ids of the rows that the broker has stored; the others are to be sent again. */
  List<Long> send(List<OutboxTable.Row> rows) throws InterruptedException {
    List<Future<Void>> answers = new ArrayList<>(rows.size());
    try {
      AmqpSender open = await(sender());
      for (OutboxTable.Row row : rows) {
        answers.add(open.sendWithAck(message(row)));
      }
      await(Future.join(answers));
    } catch (BrokerAwayException away) {
      LOG.warnf("fact=relay-waits reason=%s", away.getMessage());
      forget();
    }
    List<Long> stored = new ArrayList<>(rows.size());
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).succeeded()) {
        stored.add(rows.get(i).id());
      }
    }
    return stored;
  }

  private synchronized Future<AmqpSender> sender() {
    if (sender == null || sender.failed() || closed(sender)) {
      sender = broker.open().compose(connection -> connection.createSender(config.address()));
    }
    return sender;
  }

  private static boolean closed(Future<AmqpSender> known) {
    return known.succeeded() && known.result().connection().isDisconnected();
  }

  private synchronized void forget() {
    sender = null;
    broker.drop();
  }

  private AmqpMessage message(OutboxTable.Row row) {
    AmqpMessageBuilder message = AmqpMessage.create();
    JsonObject properties =
        new JsonObject()
            .put("cloudEvents_specversion", "1.0")
            .put("cloudEvents_id", Long.toString(row.id()))
            .put("cloudEvents_source", config.source())
            .put("cloudEvents_type", row.type())
            .put("cloudEvents_time", row.createdAt().toString());
    return message
        .durable(true)
        .contentType(JSON)
        .applicationProperties(properties)
        .withBufferAsBody(Buffer.buffer(row.body()))
        .build();
  }

  private <T> T await(Future<T> future) throws InterruptedException {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(config.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new BrokerAwayException(String.valueOf(failed.getCause()));
    } catch (TimeoutException late) {
      throw new BrokerAwayException("no answer in " + config.sendTimeout());
    }
  }

  private static final class BrokerAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerAwayException(String message) {
      super(message, null, false, false);
    }
  }
}
