package io.facteur.billing.settlement;

import io.facteur.chassis.event.EventBatches;
import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.facteur.chassis.partition.Partitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Posts on {@code sending.accepted}, voids on {@code sending.abandoned}, refunds on {@code
 * messages.refused} and {@code messages.cancelled}, and on nothing else. Several events at once and
 * in any order: each reaction finds out by itself what is still to be done.
 */
@ApplicationScoped
public class SendingEvents {

  /** Enough to hide the commits, few enough for the pool of connections. */
  private static final int WORKERS = 2;

  private final EventBatches batches;
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
    this.partitions = partitions;
    this.posting = posting;
    this.voiding = voiding;
    this.refunding = refunding;
    this.batches = reactions.inBatches("settlement", WORKERS, this::react);
  }

  @Incoming("messaging")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  public CompletionStage<Void> on(Message<IncomingEvent> event) {
    return batches.add(event);
  }

  private void react(String type, List<IncomingEvent> events) {
    switch (type) {
      case "facteur.messaging.sending.accepted.v1" -> posting.post(sendings(events));
      case "facteur.messaging.sending.abandoned.v1" -> abandon(sendings(events));
      case "facteur.messaging.messages.refused.v1", "facteur.messaging.messages.cancelled.v1" ->
          refunding.refund(refunds(events));
      default -> {
        // The address carries facts that are nothing to billing.
      }
    }
  }

  /** A tombstone may be the first row of its range, so its partition may have to be made. */
  private void abandon(List<SendingRef> sendings) {
    sendings.forEach(sending -> partitions.cover(sending.sendingId()));
    voiding.giveUp(sendings);
  }

  private static List<SendingRef> sendings(List<IncomingEvent> events) {
    return events.stream()
        .flatMap(event -> event.read(SendingsFact.class).sendings().stream())
        .toList();
  }

  private static List<MessageRefund> refunds(List<IncomingEvent> events) {
    return events.stream()
        .flatMap(event -> event.read(MessagesFact.class).messages().stream())
        .toList();
  }
}
