package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message from its first submission to its end. Facts come in any order, any number of times: a
 * receipt before the submission that it is about is held back by {@link MatchTable}, a repeated
 * fact adds nothing, and the first final state stays for ever. As long as no submission is reported
 * to have had two different ends, and a segment's submissions are known before the last of them has
 * failed, every order of the same facts leads to the same end ({@link Verdict} says which).
 *
 * <p>Its life: submitted (8/3), perhaps waiting (4/1, 4/2), then delivered (1/4), failed (2/…) or
 * refused (16/…). Not thread-safe; its row is locked while it lives in memory.
 */
final class TrackedMessage {

  private final MessageKey key;
  private final Owner owner;
  private final List<Submission> submissions;
  private int segments;
  private DeliveryState state;
  private Instant changedAt;
  private Instant expiresAt;
  private Instant deadline;
  private int changes;

  /** As it was stored. */
  TrackedMessage(
      MessageKey key,
      Owner owner,
      int segments,
      List<Submission> submissions,
      DeliveryState state,
      Instant changedAt,
      Instant expiresAt,
      Instant deadline,
      int changes) {
    this.key = key;
    this.owner = owner;
    this.segments = segments;
    this.submissions = new ArrayList<>(submissions);
    this.state = state;
    this.changedAt = changedAt;
    this.expiresAt = expiresAt;
    this.deadline = deadline;
    this.changes = changes;
  }

  /** One that nothing is known about yet. */
  static TrackedMessage unheard(MessageKey key, Owner owner, Instant now) {
    return new TrackedMessage(key, owner, 0, List.of(), DeliveryState.SUBMITTED, now, now, now, 0);
  }

  /**
   * Learns a fact.
   *
   * @return whether the state changed
   */
  boolean learn(Fact fact, Patience patience, Instant now) {
    if (state.isFinal()) {
      return false;
    }
    DeliveryState before = state;
    if (fact instanceof Fact.Submitted submitted) {
      submitted(submitted);
    } else if (fact instanceof Fact.Reported reported) {
      reported(reported);
    } else if (fact instanceof Fact.Refused refused) {
      state = refused.state();
    } else {
      state = Verdict.of(segments, submissions).endOfSilence();
    }
    if (!state.isFinal()) {
      settle(patience, now);
    }
    if (state.equals(before)) {
      return false;
    }
    changedAt = fact.at();
    changes++;
    return true;
  }

  private void submitted(Fact.Submitted fact) {
    segments = Math.max(segments, Math.max(fact.segments(), fact.segment() + 1));
    expiresAt = fact.expiresAt().isAfter(expiresAt) ? fact.expiresAt() : expiresAt;
    Submission submission = new Submission(fact.segment(), fact.link(), fact.operatorId(), null);
    if (submissions.stream().noneMatch(known -> same(known, submission))) {
      submissions.add(submission);
    }
  }

  private static boolean same(Submission known, Submission other) {
    return other.identified()
        ? known.is(other.link(), other.operatorId())
        : !known.identified() && known.segment() == other.segment();
  }

  private void reported(Fact.Reported fact) {
    for (int i = 0; i < submissions.size(); i++) {
      Submission known = submissions.get(i);
      if (known.is(fact.link(), fact.operatorId()) && known.outcome() == null) {
        if (fact.state().isFinal()) {
          submissions.set(i, known.reported(fact.state()));
        } else {
          state = fact.state();
        }
      }
    }
  }

  private void settle(Patience patience, Instant now) {
    Verdict verdict = Verdict.of(segments, submissions);
    DeliveryState end = verdict.end();
    if (end != null) {
      state = end;
      return;
    }
    Instant latest = expiresAt.plus(patience.silence());
    // A message that expired before we heard of it is still waited for.
    latest = later(latest, now.plus(patience.unknown()));
    if (verdict.unknown() > 0) {
      latest = earlier(latest, now.plus(patience.unknown()));
    }
    if (verdict.failed() > 0) {
      latest = earlier(latest, now.plus(patience.siblings()));
    }
    deadline = latest;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** That it was handed to an operator, as the change before all others; nothing if it was not. */
  List<StateChange> submission(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact instanceof Fact.Submitted)
        .limit(1)
        .map(fact -> new StateChange(key, owner, 0, DeliveryState.SUBMITTED, fact.at()))
        .toList();
  }

  /** The change that the last {@link #learn} made. */
  StateChange lastChange() {
    return new StateChange(key, owner, changes, state, changedAt);
  }

  MessageKey key() {
    return key;
  }

  Owner owner() {
    return owner;
  }

  int segments() {
    return segments;
  }

  List<Submission> submissions() {
    return List.copyOf(submissions);
  }

  DeliveryState state() {
    return state;
  }

  Instant changedAt() {
    return changedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  /** When {@link Fact.Silence} is due; of no meaning once the state is final. */
  Instant deadline() {
    return deadline;
  }

  int changes() {
    return changes;
  }
}
