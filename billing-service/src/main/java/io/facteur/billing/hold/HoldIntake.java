package io.facteur.billing.hold;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.amqp.IncomingAmqpMetadata;
import io.vertx.amqp.AmqpMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes hold requests off the broker. A request that can't be read, or that names nobody to answer,
 * is logged and dropped: it is a question, its sender asks no more after the deadline, and no
 * credits have moved.
 */
@ApplicationScoped
public class HoldIntake {

  private static final Logger LOG = Logger.getLogger(HoldIntake.class);

  private final WaitingRequests waiting;
  private final HoldsConfig config;
  private final ObjectMapper json;

  HoldIntake(WaitingRequests waiting, HoldsConfig config, ObjectMapper json) {
    this.waiting = waiting;
    this.config = config;
    this.json = json;
  }

  /** Returns at once; the stage completes when the next request may come. */
  @Incoming("holds")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public CompletionStage<Void> take(Message<Object> message) {
    AmqpMessage received =
        message.getMetadata(IncomingAmqpMetadata.class).orElseThrow().getMessage();
    try {
      return waiting.add(pending(received, message));
    } catch (IOException | IllegalArgumentException problem) {
      LOG.warnf("fact=hold-request-dropped reason=%s", firstLine(problem));
      return message.ack();
    }
  }

  private PendingRequest pending(AmqpMessage received, Message<?> message) throws IOException {
    if (received.replyTo() == null) {
      throw new IllegalArgumentException("no reply-to");
    }
    HoldRequest request = json.readValue(bytes(received.unwrap().getBody()), HoldRequest.class);
    if (request.holds().isEmpty() || request.holds().size() > config.batchItems()) {
      throw new IllegalArgumentException(
          request.holds().size() + " holds, allowed are 1 to " + config.batchItems());
    }
    return new PendingRequest(
        request, received.replyTo(), received.correlationId(), () -> message.ack());
  }

  private static byte[] bytes(Section body) {
    if (body instanceof Data data) {
      Binary binary = data.getValue();
      return java.util.Arrays.copyOfRange(
          binary.getArray(), binary.getArrayOffset(), binary.getArrayOffset() + binary.getLength());
    }
    if (body instanceof AmqpValue value && value.getValue() instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException("the body is neither data nor text");
  }

  private static String firstLine(Exception problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }
}
