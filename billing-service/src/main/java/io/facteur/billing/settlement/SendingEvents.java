package io.facteur.billing.settlement;

import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.facteur.chassis.partition.Partitions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Posts on {@code sending.accepted}, voids on {@code sending.abandoned}, refunds on {@code
 * messages.refused} and {@code messages.cancelled}, and on nothing else. Several events at once and
 * in any order: each reaction finds out by itself what is still to be done.
 */
@ApplicationScoped
public class SendingEvents {

  private final Reactions reactions;
  private final Partitions partitions;
  private final Posting posting;
  private final Voiding voiding;
  private final Refunding refunding;

  SendingEvents(
      Reactions reactions,
      Partitions partitions,
      Posting posting,
      Voiding voiding,
      Refunding refunding) {
    this.reactions = reactions;
    this.partitions = partitions;
    this.posting = posting;
    this.voiding = voiding;
    this.refunding = refunding;
  }

  @Incoming("messaging")
  @Blocking(value = "settlement", ordered = false)
  public void on(IncomingEvent event) {
    switch (event.type()) {
      case "facteur.messaging.sending.accepted.v1" ->
          reactions.once(event, () -> posting.post(sendings(event)));
      case "facteur.messaging.sending.abandoned.v1" -> abandon(event);
      case "facteur.messaging.messages.refused.v1", "facteur.messaging.messages.cancelled.v1" ->
          reactions.once(event, () -> refunding.refund(event.read(MessagesFact.class).messages()));
      default -> {
        // The address carries facts that are nothing to billing.
      }
    }
  }

  private void abandon(IncomingEvent event) {
    List<SendingRef> sendings = sendings(event);
    // A tombstone may be the first row of its range; making partitions is a transaction of its own.
    sendings.forEach(sending -> partitions.cover(sending.sendingId()));
    reactions.once(event, () -> voiding.giveUp(sendings));
  }

  private static List<SendingRef> sendings(IncomingEvent event) {
    return event.read(SendingsFact.class).sendings();
  }
}
