package io.facteur.smsc.control;

import io.facteur.smsc.mailbox.MailboxCounts;
import io.facteur.smsc.tally.TallyView;
import java.time.Instant;

/**
 * {@code GET /stats}.
 *
 * @param submits submit_sm that came, whatever the answer
 * @param distinct accepted ones, each receiver, text and segment counted once
 * @param duplicates accepted ones that had been accepted before
 * @param receipts deliver_sm to ESMEs, replies included
 * @param sessions connections that are bound
 */
record StatsView(
    long submits,
    long accepted,
    long distinct,
    long duplicates,
    boolean distinctFull,
    long throttled,
    long refused,
    int kept,
    MailboxCounts receipts,
    int sessions,
    Rate rate,
    Instant firstSubmitAt,
    Instant lastSubmitAt) {

  /** Submits per second. */
  record Rate(long lastSecond, long peak, long average) {}

  static StatsView of(TallyView tally, MailboxCounts receipts, int sessions) {
    return new StatsView(
        tally.submits(),
        tally.accepted(),
        tally.distinct(),
        tally.duplicates(),
        tally.distinctFull(),
        tally.throttled(),
        tally.refused(),
        tally.kept(),
        receipts,
        sessions,
        new Rate(tally.lastSecond(), tally.peakSecond(), tally.averagePerSecond()),
        instant(tally.firstAtMillis()),
        instant(tally.lastAtMillis()));
  }

  private static Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }
}
