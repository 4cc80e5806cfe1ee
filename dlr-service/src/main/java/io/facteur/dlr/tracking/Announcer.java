package io.facteur.dlr.tracking;

import io.facteur.chassis.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells the rest of the platform what a batch changed, in the transaction that changed it. */
@ApplicationScoped
class Announcer {

  private final Outbox outbox;

  Announcer(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Announces.
   *
   * @param messages in their present state; those without a change are passed over
   * @param changes all of them, several per message where it passed through several states
   */
  void announce(List<TrackedMessage> messages, List<StateChange> changes) {
    Set<MessageKey> changed = new LinkedHashSet<>();
    changes.forEach(change -> changed.add(change.key()));
    List<DeliveriesUpdated.Delivery> deliveries =
        messages.stream()
            .filter(message -> changed.contains(message.key()))
            // Messaging has decided these itself.
            .filter(message -> message.state().dlr() != 16)
            .map(DeliveriesUpdated.Delivery::of)
            .toList();
    for (int from = 0; from < deliveries.size(); from += DeliveriesUpdated.MAX_ITEMS) {
      int to = Math.min(deliveries.size(), from + DeliveriesUpdated.MAX_ITEMS);
      outbox.append(DeliveriesUpdated.TYPE, new DeliveriesUpdated(deliveries.subList(from, to)));
    }
  }
}
