package io.facteur.smsc.tally;

import io.facteur.smsc.state.AcceptedLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.SMPPConstant;

/**
 * What was submitted: counts for any number of messages, contents of the latest. It proves that
 * nothing was lost or sent twice.
 */
public final class Tally {

  private final Clock clock;
  private final int maxKept;
  private final Map<Long, KeptMessage> kept = new LinkedHashMap<>();
  private final AcceptedLog log;
  private DistinctKeys keys = new DistinctKeys();
  private RateMeter rate = new RateMeter();
  private long submits;
  private long replayed;
  private long accepted;
  private long throttled;
  private long refused;
  private long distinct;
  private long firstAtMillis;
  private long lastAtMillis;

  /**
   * A tally that goes on from where the log ends.
   *
   * @param log where accepted segments are written down
   * @param maxKept segments whose content is kept, the oldest forgotten first; about 500 octets
   *     each
   */
  public Tally(Clock clock, int maxKept, AcceptedLog log) {
    this.clock = clock;
    this.maxKept = maxKept;
    this.log = log;
    log.replay(
        fingerprint -> {
          submits++;
          accept(fingerprint);
        });
    replayed = submits;
  }

  private void accept(long fingerprint) {
    accepted++;
    distinct += keys.add(fingerprint) ? 1 : 0;
  }

  /**
   * Counts one submit_sm.
   *
   * @param fingerprint equal for the same receiver, text and segment
   * @param status the command_status of its answer
   * @param operatorId the id of an accepted one
   */
  public synchronized void count(
      long fingerprint, SegmentSeen segment, int status, long operatorId) {
    long now = clock.millis();
    submits++;
    firstAtMillis = firstAtMillis == 0 ? now : firstAtMillis;
    lastAtMillis = now;
    rate.count(now);
    if (status == 0) {
      log.append(fingerprint);
      accept(fingerprint);
    } else if (status == SMPPConstant.STAT_ESME_RTHROTTLED
        || status == SMPPConstant.STAT_ESME_RMSGQFUL) {
      throttled++;
    } else {
      refused++;
    }
    KeptMessage message = kept.get(fingerprint);
    if (message == null) {
      message = new KeptMessage(segment, now);
      kept.put(fingerprint, message);
      forgetOldest();
    }
    message.submitted(status, operatorId, now);
  }

  private void forgetOldest() {
    if (kept.size() > maxKept) {
      var oldest = kept.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /**
   * The latest segments, oldest first.
   *
   * @param receiver digits to look for, null for all
   * @param limit how many at most
   */
  public synchronized List<MessageView> messages(String receiver, int limit) {
    List<KeptMessage> found = new ArrayList<>();
    for (KeptMessage message : kept.values()) {
      if (receiver == null || digits(message.segment.receiver()).equals(receiver)) {
        found.add(message);
      }
    }
    return found.subList(Math.max(0, found.size() - limit), found.size()).stream()
        .map(MessageView::of)
        .toList();
  }

  private static String digits(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }

  /** The counts of now. */
  public synchronized TallyView view() {
    return new TallyView(
        submits,
        accepted,
        distinct,
        accepted - distinct,
        keys.isFull(),
        throttled,
        refused,
        kept.size(),
        rate.lastSecond(clock.millis()),
        rate.peak(),
        averagePerSecond(),
        firstAtMillis,
        lastAtMillis);
  }

  private long averagePerSecond() {
    long millis = lastAtMillis - firstAtMillis;
    long submitted = submits - replayed;
    return millis == 0 ? submitted : submitted * 1_000 / millis;
  }

  /** Forgets everything. */
  public synchronized void reset() {
    log.reset();
    kept.clear();
    keys = new DistinctKeys();
    rate = new RateMeter();
    submits = 0;
    replayed = 0;
    accepted = 0;
    throttled = 0;
    refused = 0;
    distinct = 0;
    firstAtMillis = 0;
    lastAtMillis = 0;
  }
}
