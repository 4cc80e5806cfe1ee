package io.facteur.dlr.tracking;

import io.facteur.chassis.event.EventBatches;
import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.facteur.chassis.partition.Partitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * What messaging tells. Batches are folded beside each other in any order; the rows that they share
 * are locked in one order.
 */
@ApplicationScoped
class MessagingEvents {

  private static final Logger LOG = Logger.getLogger(MessagingEvents.class);
  private static final int WORKERS = 2;

  private final EventBatches batches;
  private final Folding folding;
  private final Partitions partitions;

  MessagingEvents(Reactions reactions, Folding folding, Partitions partitions) {
    this.folding = folding;
    this.partitions = partitions;
    this.batches = reactions.inBatches("folding", WORKERS, this::fold);
  }

  @Incoming("messaging")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  CompletionStage<Void> on(Message<IncomingEvent> event) {
    return batches.add(event);
  }

  private void fold(String type, List<IncomingEvent> events) throws SQLException {
    switch (type) {
      case SubmittedBatch.TYPE -> submitted(events);
      case ReceiptsBatch.TYPE -> received(events);
      case RefusedBatch.TYPE -> refused(events);
      default -> LOG.debugf("fact=events-passed-over events=%s", events);
    }
  }

  private void submitted(List<IncomingEvent> events) throws SQLException {
    Map<String, List<SubmittedBatch.Item>> byLink = new TreeMap<>();
    for (IncomingEvent event : events) {
      SubmittedBatch batch = event.read(SubmittedBatch.class);
      List<SubmittedBatch.Item> items = UsableItems.submissions(batch);
      items.forEach(item -> partitions.cover(item.sendingId()));
      gather(byLink, batch.link(), items);
    }
    for (var items : byLink.entrySet()) {
      folding.submitted(items.getKey(), items.getValue());
    }
  }

  private void received(List<IncomingEvent> events) throws SQLException {
    Map<String, List<ReceiptsBatch.Receipt>> byLink = new TreeMap<>();
    for (IncomingEvent event : events) {
      ReceiptsBatch batch = event.read(ReceiptsBatch.class);
      gather(byLink, batch.link(), UsableItems.receipts(batch));
    }
    for (var receipts : byLink.entrySet()) {
      folding.received(receipts.getKey(), receipts.getValue());
    }
  }

  private void refused(List<IncomingEvent> events) throws SQLException {
    List<RefusedBatch.Item> items = new ArrayList<>();
    for (IncomingEvent event : events) {
      items.addAll(UsableItems.refusals(event.read(RefusedBatch.class)));
    }
    items.forEach(item -> partitions.cover(item.sendingId()));
    if (!items.isEmpty()) {
      folding.refused(items);
    }
  }

  /** Items without a link are never usable, so none is gathered under a null. */
  private static <T> void gather(Map<String, List<T>> byLink, String link, List<T> items) {
    if (!items.isEmpty()) {
      byLink.computeIfAbsent(link, any -> new ArrayList<>()).addAll(items);
    }
  }
}
