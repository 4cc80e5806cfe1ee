package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import java.util.List;

/**
 * What the submissions of a message add up to.
 *
 * <p>A segment is <b>delivered</b> when any of its submissions was, and <b>failed</b> when it has
 * submissions that an operator can report on and all of them failed. A submission whose outcome is
 * unknown counts only while its segment has no other. The message is delivered when all its
 * segments are; it is failed when all have an end and at least one failed, and its ptt is then the
 * largest one of the failed, as the small ones (5, 6, 8) say least. Whether it fails is settled by
 * the first failed segment; the others are waited for, briefly, so that the ptt does not depend on
 * the order in which the receipts came.
 *
 * @param segments how many the message has
 * @param delivered how many of them are delivered
 * @param failed how many of them have failed
 * @param unknown how many of them have nothing but submissions of unknown outcome
 * @param worst the largest ptt of the failed, 0 when none failed
 */
record Verdict(int segments, int delivered, int failed, int unknown, int worst) {

  static Verdict of(int segments, List<Submission> submissions) {
    int delivered = 0;
    int failed = 0;
    int unknown = 0;
    int worst = 0;
    for (int segment = 0; segment < segments; segment++) {
      Segment state = Segment.of(segment, submissions);
      if (state.delivered()) {
        delivered++;
      } else if (state.failed()) {
        failed++;
        worst = Math.max(worst, state.worst());
      } else if (state.unknown()) {
        unknown++;
      }
    }
    return new Verdict(segments, delivered, failed, unknown, worst);
  }

  /** The end of the message, or null while it has none. */
  DeliveryState end() {
    if (segments > 0 && delivered == segments) {
      return DeliveryState.DELIVERED;
    }
    return failed > 0 && delivered + failed == segments ? DeliveryState.failed(worst) : null;
  }

  /** Its end when nothing more is awaited. */
  DeliveryState endOfSilence() {
    DeliveryState end = end();
    if (end != null) {
      return end;
    }
    if (failed > 0) {
      return DeliveryState.failed(worst);
    }
    return unknown > 0 ? DeliveryState.UNKNOWN : DeliveryState.EXPIRED;
  }

  /** The submissions of one segment, counted. */
  private record Segment(int identified, int failures, boolean delivered, int all, int worst) {

    static Segment of(int segment, List<Submission> submissions) {
      int identified = 0;
      int failures = 0;
      int all = 0;
      int worst = 0;
      boolean delivered = false;
      for (Submission each : submissions) {
        if (each.segment() != segment) {
          continue;
        }
        all++;
        identified += each.identified() ? 1 : 0;
        if (each.outcome() != null && each.outcome().isDelivered()) {
          delivered = true;
        } else if (each.outcome() != null) {
          failures++;
          worst = Math.max(worst, each.outcome().ptt());
        }
      }
      return new Segment(identified, failures, delivered, all, worst);
    }

    boolean failed() {
      return !delivered && identified > 0 && failures == identified;
    }

    boolean unknown() {
      return all > 0 && identified == 0;
    }
  }
}
