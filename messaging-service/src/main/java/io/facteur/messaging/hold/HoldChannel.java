package io.facteur.messaging.hold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.chassis.event.BrokerConnection;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Request and reply over AMQP: a sender to billing, and a reply queue that the broker names. */
@ApplicationScoped
class HoldChannel {

  private static final Logger LOG = Logger.getLogger(HoldChannel.class);

  private final BrokerConnection broker;
  private final HoldConfig config;
  private final ObjectMapper json;
  private final Clock clock;
  private final Map<String, CompletableFuture<List<HoldAnswer>>> asked = new ConcurrentHashMap<>();
  private Future<Link> link;

  HoldChannel(BrokerConnection broker, HoldConfig config, ObjectMapper json, Clock clock) {
    this.broker = broker;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /** The answers to one request; whoever asks gives the time-out. */
  CompletableFuture<List<HoldAnswer>> ask(List<HoldRequest> holds) {
    CompletableFuture<List<HoldAnswer>> answer = new CompletableFuture<>();
    String correlation = UUID.randomUUID().toString();
    asked.put(correlation, answer);
    var unused = answer.whenComplete((list, problem) -> asked.remove(correlation));
    link()
        .compose(open -> open.sender().sendWithAck(message(open, correlation, holds)))
        .onFailure(
            problem -> {
              forget();
              answer.completeExceptionally(new HoldTimeoutException("broker: " + problem));
            });
    return answer;
  }

  private synchronized Future<Link> link() {
    if (link == null || link.failed() || lost()) {
      link = broker.open().compose(this::open);
    }
    return link;
  }

  private boolean lost() {
    return link.succeeded() && link.result().sender().connection().isDisconnected();
  }

  private synchronized void forget() {
    link = null;
  }

  private Future<Link> open(AmqpConnection connection) {
    return connection
        .createDynamicReceiver()
        .compose(
            receiver -> {
              receiver.handler(this::onReply);
              return connection
                  .createSender(config.address())
                  .map(sender -> new Link(sender, receiver));
            });
  }

  private AmqpMessage message(Link open, String correlation, List<HoldRequest> holds) {
    Instant deadline = clock.instant().plus(config.deadline());
    return AmqpMessage.create()
        .contentType("application/json")
        .replyTo(open.receiver().address())
        .correlationId(correlation)
        .ttl(config.deadline().toMillis())
        .withBufferAsBody(Buffer.buffer(write(new Request(deadline, holds))))
        .build();
  }

  private byte[] write(Request request) {
    try {
      return json.writeValueAsBytes(request);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void onReply(AmqpMessage message) {
    CompletableFuture<List<HoldAnswer>> answer = asked.get(message.correlationId());
    if (answer == null) {
      return; // Too late: whoever asked has given the sending up.
    }
    try {
      answer.complete(json.readValue(message.bodyAsBinary().getBytes(), Reply.class).answers());
    } catch (IOException unreadable) {
      LOG.errorf("fact=hold-reply-unreadable reason=%s", unreadable.getMessage());
    }
  }

  /** Both directions of one connection. */
  private static final class Link {
    private final AmqpSender sender;
    private final AmqpReceiver receiver;

    Link(AmqpSender sender, AmqpReceiver receiver) {
      this.sender = sender;
      this.receiver = receiver;
    }

    AmqpSender sender() {
      return sender;
    }

    AmqpReceiver receiver() {
      return receiver;
    }
  }

  private record Request(Instant deadline, List<HoldRequest> holds) {}

  private record Reply(List<HoldAnswer> answers) {}
}
