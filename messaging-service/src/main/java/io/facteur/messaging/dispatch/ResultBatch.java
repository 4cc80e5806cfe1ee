package io.facteur.messaging.dispatch;

import io.facteur.messaging.dispatch.Refusals.Refused;
import io.facteur.messaging.dispatch.ResultTable.Later;
import io.facteur.messaging.dispatch.Submission.Step;
import io.facteur.messaging.dispatch.SubmittedEvent.Item;
import io.facteur.messaging.smpp.SubmitResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sorts answers into what is to be written: who is submitted, who goes back, who is refused. Pure;
 * one transaction writes the outcome.
 */
final class ResultBatch {

  private final Backoff backoff;
  private final int submissionsWhenUnknown;
  private final List<Item> submittedSegments = new ArrayList<>();
  private final List<Submission> finished = new ArrayList<>();
  private final List<Submitted> submitted = new ArrayList<>();
  private final Set<Submission> partly = new LinkedHashSet<>();
  private final List<Later> later = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();

  /** A message that is with the operator, since its last segment was answered. */
  record Submitted(Submission submission, Instant at) {}

  ResultBatch(Backoff backoff, int submissionsWhenUnknown) {
    this.backoff = backoff;
    this.submissionsWhenUnknown = submissionsWhenUnknown;
  }

  void add(SegmentResult result) {
    Submission submission = result.submission();
    boolean last = submission.answered();
    if (submission.isOver()) {
      return;
    }
    SubmitResult answer = result.answer();
    if (answer instanceof SubmitResult.Accepted accepted) {
      // Without an id no receipt can be matched: the operator has it, its end stays unknown.
      String operatorId = accepted.operatorId().isEmpty() ? null : accepted.operatorId();
      submittedSegments.add(Item.of(result, operatorId));
      submission.done(result.segment());
    } else if (answer instanceof SubmitResult.Refused refusal) {
      refuse(
          submission,
          refusal.invalidDestination()
              ? Refusals.PTT_INVALID_DESTINATION
              : Refusals.PTT_UNDELIVERABLE);
      return;
    } else if (answer instanceof SubmitResult.Unknown) {
      unknown(result);
    } else {
      submission.worst(Step.RETRY_LATER);
    }
    settle(submission, last, result.at());
  }

  /** A message whose validity was over before it could be submitted. */
  void refuse(Submission submission, int ptt) {
    Submission.Content content = submission.content();
    submission.end();
    partly.remove(submission);
    finished.add(submission);
    refused.add(
        new Refused(
            content.messageId(),
            content.sendingId(),
            content.serviceName(),
            content.apiUser(),
            content.settingsVersion(),
            content.amount(),
            ptt));
  }

  /**
   * Submitted again, until the setting says that it stands as unknown (ptt 6, if nothing is heard).
   */
  private void unknown(SegmentResult result) {
    Submission submission = result.submission();
    if (submission.unknown() + 1 < submissionsWhenUnknown) {
      submission.worst(Step.RETRY_UNKNOWN);
    } else {
      submittedSegments.add(Item.of(result, null));
      submission.done(result.segment());
    }
  }

  private void settle(Submission submission, boolean last, Instant at) {
    if (!last) {
      partly.add(submission);
      return;
    }
    partly.remove(submission);
    if (submission.step() == Step.SUBMITTED) {
      finished.add(submission);
      submitted.add(new Submitted(submission, at));
      return;
    }
    if (submission.step() == Step.RETRY_UNKNOWN) {
      submission.countUnknown();
    }
    later.add(new Later(submission, at.plus(backoff.after(submission.attempts()))));
  }

  List<Item> submittedSegments() {
    return submittedSegments;
  }

  /** Gone from the ready table. */
  List<Submission> finished() {
    return finished;
  }

  /** All segments are with the operator. */
  List<Submitted> submitted() {
    return submitted;
  }

  List<Submission> partly() {
    return List.copyOf(partly);
  }

  List<Later> later() {
    return later;
  }

  List<Refused> refused() {
    return refused;
  }

  /** No longer in this process's hands. */
  List<Submission> settled() {
    List<Submission> settled = new ArrayList<>(finished);
    later.forEach(row -> settled.add(row.submission()));
    return settled;
  }
}
