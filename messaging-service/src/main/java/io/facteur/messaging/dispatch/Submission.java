package io.facteur.messaging.dispatch;

import io.facteur.messaging.text.SmsText;
import java.time.Instant;

/**
 * A message on its way through the dispatcher: claimed, in memory, its segments being submitted.
 * The result writer alone changes it once it has been handed over.
 */
public final class Submission {

  /**
   * What the dispatcher needs of a message. {@code settingsVersion} goes with it to the callback.
   */
  public record Content(
      long messageId,
      long sendingId,
      String serviceName,
      String apiUser,
      long settingsVersion,
      String sender,
      String receiver,
      SmsText text,
      Short messageClass,
      long amount,
      Instant expiresAt) {}

  private final Content content;
  private final int attempts;
  private long segmentsDone;
  private int unknown;
  private int awaited;
  private boolean over;
  private Step step = Step.SUBMITTED;

  /** What is to become of a message when all answers are in; the worst answer decides. */
  enum Step {
    SUBMITTED,
    RETRY_UNKNOWN,
    RETRY_LATER
  }

  /**
   * A message as it was claimed.
   *
   * @param attempts earlier rounds that ended in a pause
   * @param unknown earlier rounds without an answer
   * @param segmentsDone bit i is set when segment i has a recorded result
   */
  public Submission(Content content, int attempts, int unknown, long segmentsDone) {
    this.content = content;
    this.attempts = attempts;
    this.unknown = unknown;
    this.segmentsDone = segmentsDone;
    this.awaited = content.text().segments() - Long.bitCount(segmentsDone);
  }

  Content content() {
    return content;
  }

  int attempts() {
    return attempts;
  }

  int unknown() {
    return unknown;
  }

  long segmentsDone() {
    return segmentsDone;
  }

  boolean isToSubmit(int segment) {
    return (segmentsDone & (1L << segment)) == 0;
  }

  /** The segment's result is recorded; it is not submitted again. */
  void done(int segment) {
    segmentsDone |= 1L << segment;
  }

  void countUnknown() {
    unknown++;
  }

  void worst(Step other) {
    if (other.compareTo(step) > 0) {
      step = other;
    }
  }

  Step step() {
    return step;
  }

  /** One answer fewer is awaited; whether it was the last of this round. */
  boolean answered() {
    awaited--;
    return awaited == 0;
  }

  /** Refused: what else comes back changes nothing. */
  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
