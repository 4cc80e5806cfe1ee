package io.facteur.messaging.smpp;

/** What is known of one {@code submit_sm} after it was handed to a link. */
public sealed interface SubmitResult {

  /**
   * The operator has it.
   *
   * @param operatorId the operator's id, normalised as in {@link Receipt}; empty when it gave none
   */
  record Accepted(String operatorId) implements SubmitResult {}

  /** The operator wants fewer per second ({@code ESME_RTHROTTLED}); to be repeated later. */
  record Throttled() implements SubmitResult {}

  /**
   * Refused for a reason that passes, such as a full queue; to be repeated later.
   *
   * @param status the {@code command_status} (SMPP 3.4, 5.1.3)
   */
  record Deferred(int status) implements SubmitResult {}

  /**
   * Refused for good.
   *
   * @param status the {@code command_status}
   * @param invalidDestination whether the receiver is the reason
   */
  record Refused(int status, boolean invalidDestination) implements SubmitResult {}

  /** It may have been read by the operator, but no answer came: time-out or a lost connection. */
  record Unknown(String reason) implements SubmitResult {}

  /** Certainly not a single octet of it was written: it may be repeated without a duplicate. */
  record NotSent(String reason) implements SubmitResult {}
}
