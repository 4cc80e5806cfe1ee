package io.facteur.smsc.mailbox;

/**
 * Counts of what went to ESMEs, receipts and replies together.
 *
 * @param sent deliver_sm sent, repeats included
 * @param acked acknowledged by the ESME
 * @param rejected refused by the ESME for good
 * @param pending waiting to be sent, to be due or to be acknowledged
 */
public record MailboxCounts(long sent, long acked, long rejected, long pending) {

  MailboxCounts plus(MailboxCounts other) {
    return new MailboxCounts(
        sent + other.sent, acked + other.acked, rejected + other.rejected, pending + other.pending);
  }
}
