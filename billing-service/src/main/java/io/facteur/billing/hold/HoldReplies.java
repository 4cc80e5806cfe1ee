package io.facteur.billing.hold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.chassis.event.BrokerConnection;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends replies to the addresses that the requests gave, by one sender without an address of its
 * own. Not by a channel of SmallRye: a reply that the broker refuses, because its reader has gone,
 * would close the other channels of the service.
 */
@ApplicationScoped
class HoldReplies {

  private static final Logger LOG = Logger.getLogger(HoldReplies.class);

  private final BrokerConnection broker;
  private final ObjectMapper json;
  private final HoldsConfig config;
  private Future<AmqpSender> sender;

  HoldReplies(BrokerConnection broker, ObjectMapper json, HoldsConfig config) {
    this.broker = broker;
    this.json = json;
    this.config = config;
  }

  /**
   * Sends without waiting. What can't be delivered is logged: its reader gave up, and will void.
   */
  void send(PendingRequest request, List<HoldAnswer> answers) {
    AmqpMessage message = message(request, new HoldReply(answers));
    sender()
        .compose(open -> open.sendWithAck(message))
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(config.replyTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            problem -> {
              LOG.warnf("fact=hold-reply-lost to=%s reason=%s", request.replyTo(), problem);
              return null;
            });
  }

  private synchronized Future<AmqpSender> sender() {
    if (sender == null || sender.failed() || gone(sender)) {
      sender = broker.open().compose(AmqpConnection::createAnonymousSender);
    }
    return sender;
  }

  private static boolean gone(Future<AmqpSender> known) {
    return known.succeeded() && known.result().connection().isDisconnected();
  }

  private AmqpMessage message(PendingRequest request, HoldReply reply) {
    try {
      return AmqpMessage.create()
          .address(request.replyTo())
          .correlationId(request.correlationId())
          .contentType("application/json")
          .ttl(config.replyTtl().toMillis())
          .withBufferAsBody(Buffer.buffer(json.writeValueAsBytes(reply)))
          .build();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a reply is plain data", impossible);
    }
  }
}
