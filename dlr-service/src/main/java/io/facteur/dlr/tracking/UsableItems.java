package io.facteur.dlr.tracking;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Leaves out of a batch what can't be stored, so that one bad item does not send its neighbours to
 * the dead-letter queue. The item is logged; its message ends by silence.
 */
final class UsableItems {

  /** SMPP 3.4 ids have at most 65 characters; some operators give more. */
  private static final int MAX_ID = 200;

  /** A message has at most 255 segments (UDH, 3GPP TS 23.040, 9.2.3.24.1). */
  private static final int MAX_SEGMENTS = 255;

  private static final Logger LOG = Logger.getLogger(UsableItems.class);

  private UsableItems() {}

  static List<SubmittedBatch.Item> submissions(SubmittedBatch batch) {
    return filter(
        batch.messages(),
        item ->
            clean(batch.link())
                && item.messageId() > 0
                && item.sendingId() > 0
                && item.serviceName() != null
                && item.segment() >= 0
                && item.segment() < MAX_SEGMENTS
                && item.segments() <= MAX_SEGMENTS
                && item.at() != null
                && item.expiresAt() != null
                && (item.operatorId() == null || clean(item.operatorId())));
  }

  static List<ReceiptsBatch.Receipt> receipts(ReceiptsBatch batch) {
    return filter(
        batch.receipts(),
        receipt ->
            clean(batch.link())
                && clean(receipt.operatorId())
                && receipt.at() != null
                && storable(receipt.stat())
                && storable(receipt.err()));
  }

  static List<RefusedBatch.Item> refusals(RefusedBatch batch) {
    return filter(
        batch.messages(),
        item ->
            item.messageId() > 0
                && item.sendingId() > 0
                && item.serviceName() != null
                && item.at() != null);
  }

  private static boolean clean(String id) {
    return id != null
        && !id.isEmpty()
        && id.length() <= MAX_ID
        && id.chars().noneMatch(Character::isISOControl);
  }

  private static boolean storable(String text) {
    return text == null || (text.length() <= MAX_ID && text.indexOf('\0') < 0);
  }

  private static <T> List<T> filter(List<T> items, Predicate<T> readable) {
    if (items == null) {
      return List.of();
    }
    List<T> good = items.stream().filter(Objects::nonNull).filter(readable).toList();
    if (good.size() < items.size()) {
      items.stream()
          .filter(item -> item == null || !readable.test(item))
          .forEach(item -> LOG.errorf("fact=unreadable-item item=%s", item));
    }
    return good;
  }
}
