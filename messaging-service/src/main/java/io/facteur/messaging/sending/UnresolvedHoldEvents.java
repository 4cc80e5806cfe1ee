package io.facteur.messaging.sending;

import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Answers billing's question about holds that nobody resolved. */
@ApplicationScoped
public class UnresolvedHoldEvents {

  private static final String UNRESOLVED = "facteur.billing.holds.unresolved.v1";

  private final Reactions reactions;
  private final SendingStore store;

  UnresolvedHoldEvents(Reactions reactions, SendingStore store) {
    this.reactions = reactions;
    this.store = store;
  }

  @Incoming("holds")
  @Blocking
  void on(IncomingEvent event) {
    if (event.type().equals(UNRESOLVED)) {
      List<SendingStore.Item> asked =
          event.read(Body.class).holds().stream()
              .map(hold -> new SendingStore.Item(hold.sendingId(), hold.serviceName(), null, 0))
              .toList();
      reactions.once(event, () -> resolve(asked));
    }
  }

  private void resolve(List<SendingStore.Item> asked) {
    try {
      store.resolve(asked);
    } catch (SQLException problem) {
      throw new IllegalStateException(problem);
    }
  }

  record Body(List<Hold> holds) {}

  record Hold(long sendingId, String serviceName) {}
}
