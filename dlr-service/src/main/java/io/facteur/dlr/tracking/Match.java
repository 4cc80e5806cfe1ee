package io.facteur.dlr.tracking;

import java.util.List;

/**
 * A submission and receipts that have met.
 *
 * @param receipts those that were stored before the submission came; may be empty
 */
record Match(String operatorId, MessageKey key, List<ReceiptsBatch.Receipt> receipts) {}
