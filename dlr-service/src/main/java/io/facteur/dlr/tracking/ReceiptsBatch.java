package io.facteur.dlr.tracking;

import java.time.Instant;
import java.util.List;

/** What this service reads of {@code facteur.messaging.receipts.received.v1}. */
record ReceiptsBatch(String link, List<Receipt> receipts) {

  static final String TYPE = "facteur.messaging.receipts.received.v1";

  /** One receipt, as the operator worded it; its id already in messaging's normal form. */
  record Receipt(String operatorId, String stat, String err, Instant at) {}
}
