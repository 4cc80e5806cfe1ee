package io.facteur.messaging.delivery;

import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.facteur.messaging.message.MessageState;
import io.facteur.messaging.message.MessageTable;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes over what became of submitted messages, as dlr-service folded it. */
@ApplicationScoped
public class DeliveryEvents {

  private static final String UPDATED = "facteur.dlr.deliveries.updated.v1";
  private static final int DLR_DELIVERED = 1;

  private final Reactions reactions;
  private final MessageTable messages;

  DeliveryEvents(Reactions reactions, MessageTable messages) {
    this.reactions = reactions;
    this.messages = messages;
  }

  @Incoming("deliveries")
  @Blocking
  void on(IncomingEvent event) {
    if (event.type().equals(UPDATED)) {
      List<Delivery> deliveries = event.read(Body.class).deliveries();
      reactions.once(event, () -> apply(deliveries));
    }
  }

  private void apply(List<Delivery> deliveries) {
    Map<MessageState, List<MessageTable.Change>> byState =
        deliveries.stream()
            .collect(
                Collectors.groupingBy(
                    Delivery::state, Collectors.mapping(Delivery::change, Collectors.toList())));
    try {
      for (MessageState state : MessageState.values()) {
        messages.change(state, byState.getOrDefault(state, List.of()));
      }
    } catch (SQLException problem) {
      throw new DeliveryWriteException(problem);
    }
  }

  /** The fields that messaging reads. */
  record Body(List<Delivery> deliveries) {}

  record Delivery(long messageId, long sendingId, int dlr, int ptt, Instant at, boolean isFinal) {

    MessageState state() {
      if (!isFinal) {
        return MessageState.INTERMEDIATE;
      }
      return dlr == DLR_DELIVERED ? MessageState.DELIVERED : MessageState.FAILED;
    }

    MessageTable.Change change() {
      return new MessageTable.Change(sendingId, messageId, dlr, ptt, at);
    }
  }

  private static final class DeliveryWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeliveryWriteException(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
