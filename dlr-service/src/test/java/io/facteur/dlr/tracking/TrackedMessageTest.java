package io.facteur.dlr.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrackedMessageTest {

  private static final Instant NOW = Scenario.NOW;
  private static final Patience PATIENCE =
      new Patience(Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofMinutes(1));

  @ParameterizedTest
  @MethodSource("io.facteur.dlr.tracking.Scenario#all")
  void endsTheSameInEveryOrder(Scenario scenario) {
    for (List<Fact> order : scenario.orders()) {
      TrackedMessage message = fresh();
      // As the match table does: a receipt waits for its submission.
      List<Fact.Reported> early = new ArrayList<>();
      for (Fact fact : order) {
        if (fact instanceof Fact.Reported reported && !knows(message, reported)) {
          early.add(reported);
          continue;
        }
        learn(message, fact);
        List<Fact.Reported> met = early.stream().filter(each -> knows(message, each)).toList();
        early.removeAll(met);
        met.forEach(each -> learn(message, each));
      }
      assertEquals(scenario.end(), message.state(), () -> "in the order " + order);
    }
  }

  @Test
  void neverLeavesAFinalState() {
    TrackedMessage message = fresh();
    learn(message, submitted(0, 1, "a"));
    assertTrue(learn(message, reported("a", DeliveryState.failed(24))));

    assertFalse(learn(message, reported("a", DeliveryState.DELIVERED)));
    assertFalse(learn(message, submitted(0, 1, "b")));
    assertFalse(learn(message, reported("b", DeliveryState.DELIVERED)));
    assertFalse(learn(message, new Fact.Silence(NOW)));
    assertFalse(learn(message, new Fact.Refused(DeliveryState.refused(20), NOW)));
    assertEquals(DeliveryState.failed(24), message.state());
    assertEquals(1, message.changes());
  }

  @Test
  void countsEachChangeOnce() {
    TrackedMessage message = fresh();
    assertFalse(learn(message, submitted(0, 1, "a")));
    assertTrue(learn(message, reported("a", DeliveryState.retrying(1))));
    assertFalse(learn(message, reported("a", DeliveryState.retrying(1))));
    assertTrue(learn(message, reported("a", DeliveryState.DELIVERED)));

    assertEquals(
        new StateChange(
            message.key(), message.owner(), 2, DeliveryState.DELIVERED, NOW.plusSeconds(1)),
        message.lastChange());
  }

  @Test
  void waitsUntilTheEndOfItsValidityAndAGrace() {
    TrackedMessage message = fresh();
    learn(message, submitted(0, 1, "a"));
    assertEquals(NOW.plusSeconds(3_600).plus(PATIENCE.silence()), message.deadline());

    learn(message, new Fact.Silence(NOW));
    assertEquals(DeliveryState.EXPIRED, message.state());
  }

  @Test
  void waitsBrieflyForNewsOfAnUnknownOutcome() {
    TrackedMessage message = fresh();
    learn(message, submitted(0, 1, null));
    assertEquals(NOW.plus(PATIENCE.unknown()), message.deadline());

    learn(message, new Fact.Silence(NOW));
    assertEquals(DeliveryState.UNKNOWN, message.state());
  }

  @Test
  void forgetsAnUnknownOutcomeWhenTheSegmentIsSubmittedAgain() {
    TrackedMessage message = fresh();
    learn(message, submitted(0, 1, null));
    learn(message, submitted(0, 1, "b"));
    assertEquals(NOW.plusSeconds(3_600).plus(PATIENCE.silence()), message.deadline());

    learn(message, new Fact.Silence(NOW));
    assertEquals(DeliveryState.EXPIRED, message.state());
  }

  @Test
  void waitsBrieflyForTheSiblingsOfAFailedSegment() {
    TrackedMessage message = fresh();
    learn(message, submitted(0, 2, "a"));
    learn(message, submitted(1, 2, "b"));
    learn(message, reported("b", DeliveryState.failed(24)));
    assertEquals(NOW.plus(PATIENCE.siblings()), message.deadline());

    learn(message, new Fact.Silence(NOW));
    assertEquals(DeliveryState.failed(24), message.state());
  }

  @Test
  void survivesItsOwnStorage() {
    List<Submission> submissions =
        List.of(
            new Submission(0, "main", "1a2b", null),
            new Submission(1, "main", null, null),
            new Submission(1, "other link", "id with spaces/and slash", DeliveryState.failed(24)));

    assertEquals(submissions, Submissions.read(Submissions.write(submissions)));
    assertEquals(List.of(), Submissions.read(Submissions.write(List.of())));
  }

  private static boolean knows(TrackedMessage message, Fact.Reported reported) {
    return message.submissions().stream()
        .anyMatch(each -> each.is(reported.link(), reported.operatorId()));
  }

  private static TrackedMessage fresh() {
    return TrackedMessage.unheard(
        new MessageKey(1001, 1042), new Owner("sms-fa00001-1", null, 1), NOW);
  }

  private static boolean learn(TrackedMessage message, Fact fact) {
    return message.learn(fact, PATIENCE, NOW);
  }

  private static Fact submitted(int segment, int segments, String operatorId) {
    return new Fact.Submitted(segment, segments, "main", operatorId, NOW, NOW.plusSeconds(3_600));
  }

  private static Fact reported(String operatorId, DeliveryState state) {
    return new Fact.Reported("main", operatorId, state, NOW.plusSeconds(1));
  }
}
