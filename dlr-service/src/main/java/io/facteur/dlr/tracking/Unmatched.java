package io.facteur.dlr.tracking;

import java.time.Instant;
import java.util.List;

/** Receipts of one operator id that no submission is known for. */
public record Unmatched(
    String link, String operatorId, Instant receivedAt, List<Receipt> receipts) {

  /** One of them, as the operator worded it. */
  public record Receipt(String stat, String err, Instant at) {}
}
