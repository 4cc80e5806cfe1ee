package io.facteur.messaging.receiver;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A contact list that an account keeps for its jobs.
 *
 * @param columns of its file; empty without a header
 * @param records contacts with a number, each number once
 * @param wrongRows rows without one, such as {@code line 12: abc}; the first of them
 */
public record Slot(
    Source source,
    long loadId,
    List<String> columns,
    int records,
    List<String> wrongRows,
    OffsetDateTime loadedAt) {

  /** What the account says about a slot. */
  public record Source(
      String serviceName, int slotId, String csvUrl, boolean autoUpdate, String description) {}

  ReceiverView view() {
    return new ReceiverView(
        source.autoUpdate(), true, loadedAt, source.description(), records, source.slotId());
  }
}
