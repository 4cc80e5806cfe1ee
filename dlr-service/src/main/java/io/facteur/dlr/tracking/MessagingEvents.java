package io.facteur.dlr.tracking;

import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.facteur.chassis.partition.Partitions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * What messaging tells. One event is one transaction; events run beside each other in any order.
 */
@ApplicationScoped
class MessagingEvents {

  private static final Logger LOG = Logger.getLogger(MessagingEvents.class);

  private final Reactions reactions;
  private final Folding folding;
  private final Partitions partitions;

  MessagingEvents(Reactions reactions, Folding folding, Partitions partitions) {
    this.reactions = reactions;
    this.folding = folding;
    this.partitions = partitions;
  }

  @Incoming("messaging")
  @Blocking(value = "folding", ordered = false)
  void on(IncomingEvent event) {
    switch (event.type()) {
      case SubmittedBatch.TYPE -> submitted(event, event.read(SubmittedBatch.class));
      case ReceiptsBatch.TYPE -> received(event, event.read(ReceiptsBatch.class));
      case RefusedBatch.TYPE -> refused(event, event.read(RefusedBatch.class));
      default -> LOG.debugf("fact=event-passed-over event=%s", event);
    }
  }

  private void submitted(IncomingEvent event, SubmittedBatch batch) {
    List<SubmittedBatch.Item> items = UsableItems.submissions(batch);
    items.forEach(item -> partitions.cover(item.sendingId()));
    once(event, !items.isEmpty(), () -> folding.submitted(batch.link(), items));
  }

  private void received(IncomingEvent event, ReceiptsBatch batch) {
    List<ReceiptsBatch.Receipt> receipts = UsableItems.receipts(batch);
    once(event, !receipts.isEmpty(), () -> folding.received(batch.link(), receipts));
  }

  private void refused(IncomingEvent event, RefusedBatch batch) {
    List<RefusedBatch.Item> items = UsableItems.refusals(batch);
    items.forEach(item -> partitions.cover(item.sendingId()));
    once(event, !items.isEmpty(), () -> folding.refused(items));
  }

  private void once(IncomingEvent event, boolean anything, Fold fold) {
    if (anything) {
      reactions.once(event, () -> run(fold));
    }
  }

  private static void run(Fold fold) {
    try {
      fold.run();
    } catch (SQLException problem) {
      throw new TrackingException(problem);
    }
  }

  @FunctionalInterface
  private interface Fold {
    void run() throws SQLException;
  }
}
