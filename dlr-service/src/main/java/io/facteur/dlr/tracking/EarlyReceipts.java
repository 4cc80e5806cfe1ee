package io.facteur.dlr.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Receipts that wait for their submission, as the text that {@link MatchTable} stores: a line each,
 * with tabs between stat, err and the time in milliseconds.
 */
final class EarlyReceipts {

  /** An operator that repeats itself for ever fills no more than this, in characters. */
  static final int MAX_STORED = 2_000;

  private static final int FIELDS = 3;

  private EarlyReceipts() {}

  static String write(List<ReceiptsBatch.Receipt> receipts) {
    StringBuilder text = new StringBuilder();
    for (ReceiptsBatch.Receipt each : receipts) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(field(each.stat()))
          .append('\t')
          .append(field(each.err()))
          .append('\t')
          .append(each.at().toEpochMilli());
    }
    return text.toString();
  }

  static List<ReceiptsBatch.Receipt> read(String operatorId, String text) {
    List<ReceiptsBatch.Receipt> receipts = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String[] fields = line.split("\t", -1);
      if (fields.length == FIELDS) {
        Instant at = Instant.ofEpochMilli(Long.parseLong(fields[2]));
        receipts.add(new ReceiptsBatch.Receipt(operatorId, fields[0], fields[1], at));
      }
    }
    return receipts;
  }

  private static String field(String text) {
    return text == null ? "" : text.replaceAll("[\\t\\n]", " ");
  }
}
