package io.facteur.messaging.delivery;

import io.facteur.chassis.event.EventBatches;
import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.facteur.messaging.message.MessageState;
import io.facteur.messaging.message.MessageTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Takes over what became of submitted messages, as dlr-service folded it. */
@ApplicationScoped
public class DeliveryEvents {

  private static final String UPDATED = "facteur.dlr.deliveries.updated.v1";
  private static final int DLR_DELIVERED = 1;

  private final EventBatches batches;
  private final MessageTable messages;

  DeliveryEvents(Reactions reactions, MessageTable messages) {
    this.messages = messages;
    this.batches = reactions.inBatches("deliveries", 1, this::apply);
  }

  @Incoming("deliveries")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  CompletionStage<Void> on(Message<IncomingEvent> event) {
    return batches.add(event);
  }

  private void apply(String type, List<IncomingEvent> events) throws SQLException {
    if (!type.equals(UPDATED)) {
      return;
    }
    Map<MessageState, Map<Long, MessageTable.Change>> byState = new EnumMap<>(MessageState.class);
    for (IncomingEvent event : events) {
      for (Delivery delivery : event.read(Body.class).deliveries()) {
        byState
            .computeIfAbsent(delivery.state(), state -> new LinkedHashMap<>())
            .put(delivery.messageId(), delivery.change());
      }
    }
    for (var changes : byState.entrySet()) {
      messages.change(changes.getKey(), List.copyOf(changes.getValue().values()));
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
}
