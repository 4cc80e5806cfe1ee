package io.facteur.dlr.tracking;

import io.facteur.chassis.event.Outbox;
import io.facteur.dlr.callback.CallbackRequest;
import io.facteur.dlr.callback.Callbacks;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the rest of the platform what a batch changed, in the transaction that changed it. */
@ApplicationScoped
class Announcer {

  private final Outbox outbox;
  private final Callbacks callbacks;

  Announcer(Outbox outbox, Callbacks callbacks) {
    this.outbox = outbox;
    this.callbacks = callbacks;
  }

  /** Whether customers want to hear of a submission as well, as the change of ordinal 0. */
  boolean tellsSubmitted() {
    return callbacks.tellsSubmitted();
  }

  /**
   * Announces.
   *
   * @param messages in their present state; those without a change are passed over
   * @param changes all of them in their order, several per message where it passed through several
   *     states
   */
  void announce(List<TrackedMessage> messages, List<StateChange> changes) throws SQLException {
    tellMessaging(messages, changes);
    callbacks.request(changes.stream().map(Announcer::request).toList());
  }

  private static CallbackRequest request(StateChange change) {
    return new CallbackRequest(
        change.key().messageId(),
        change.ordinal(),
        change.owner().serviceName(),
        change.owner().settingsVersion(),
        change.state(),
        change.at());
  }

  private void tellMessaging(List<TrackedMessage> messages, List<StateChange> changes) {
    Set<MessageKey> changed = new HashSet<>();
    changes.stream()
        .filter(change -> change.ordinal() > 0)
        .forEach(change -> changed.add(change.key()));
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
