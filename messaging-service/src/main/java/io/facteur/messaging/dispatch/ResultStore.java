package io.facteur.messaging.dispatch;

import io.facteur.chassis.event.Outbox;
import io.facteur.messaging.dispatch.SubmittedEvent.Item;
import io.facteur.messaging.message.MessageState;
import io.facteur.messaging.message.MessageTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;

/** Writes a batch of results, and tells the other services, in one transaction. */
@ApplicationScoped
class ResultStore {

  /** DLR 8 (buffered), ptt 3 (accepted by the operator). */
  private static final int DLR_SUBMITTED = 8;

  private static final int PTT_SUBMITTED = 3;

  private final ResultTable ready;
  private final MessageTable messages;
  private final Refusals refusals;
  private final Outbox outbox;

  ResultStore(ResultTable ready, MessageTable messages, Refusals refusals, Outbox outbox) {
    this.ready = ready;
    this.messages = messages;
    this.refusals = refusals;
    this.outbox = outbox;
  }

  @Transactional
  void write(String link, ResultBatch batch) throws SQLException {
    ready.remove(batch.finished());
    ready.progress(batch.partly());
    ready.release(batch.later());
    messages.change(
        MessageState.SUBMITTED, batch.submitted().stream().map(ResultStore::change).toList());
    refusals.write(batch.refused());
    List<Item> items = batch.submittedSegments();
    for (int from = 0; from < items.size(); from += SubmittedEvent.ITEMS) {
      int to = Math.min(items.size(), from + SubmittedEvent.ITEMS);
      outbox.append(SubmittedEvent.TYPE, new SubmittedEvent(link, items.subList(from, to)));
    }
  }

  private static MessageTable.Change change(ResultBatch.Submitted submitted) {
    Submission.Content content = submitted.submission().content();
    return new MessageTable.Change(
        content.sendingId(), content.messageId(), DLR_SUBMITTED, PTT_SUBMITTED, submitted.at());
  }
}
