package io.facteur.messaging.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.messaging.smpp.SubmitResult;
import io.facteur.messaging.text.SmsText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultBatchTest {

  private static final Instant NOW = Instant.parse("2026-01-31T11:00:00Z");
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(250), Duration.ofMinutes(1), () -> 0);

  private final ResultBatch batch = new ResultBatch(BACKOFF, 2);

  private static Submission message(int segments) {
    String text = "a".repeat(segments == 1 ? 10 : 153 * segments);
    return new Submission(
        new Submission.Content(
            1001,
            1000,
            "sms-fa00001-1",
            null,
            1,
            "Facteur",
            "33600000100",
            SmsText.of(text),
            null,
            1000L * segments,
            NOW.plusSeconds(3600)),
        0,
        0,
        0);
  }

  private void answer(Submission message, int segment, SubmitResult answer) {
    batch.add(new SegmentResult(message, segment, answer, NOW));
  }

  @Test
  void isSubmittedWhenEverySegmentIs() {
    Submission message = message(2);
    answer(message, 0, new SubmitResult.Accepted("a"));
    answer(message, 1, new SubmitResult.Accepted("b"));

    assertEquals(List.of(new ResultBatch.Submitted(message, NOW)), batch.submitted());
    assertEquals(List.of(message), batch.finished());
    assertEquals(2, batch.submittedSegments().size());
    assertEquals(List.of(), batch.partly());
  }

  @Test
  void notesTheSegmentsThatAreDoneWhileOthersAreOnTheirWay() {
    Submission message = message(2);
    answer(message, 1, new SubmitResult.Accepted("b"));

    assertEquals(List.of(message), batch.partly());
    assertEquals(0b10, message.segmentsDone());
    assertEquals(List.of(), batch.finished());
  }

  @Test
  void sendsOnlyTheThrottledSegmentAgain() {
    Submission message = message(2);
    answer(message, 0, new SubmitResult.Accepted("a"));
    answer(message, 1, new SubmitResult.Throttled());

    assertEquals(NOW.plusMillis(250), batch.later().get(0).due());
    assertEquals(0b01, message.segmentsDone());
    assertEquals(List.of(), batch.finished());
  }

  @Test
  void endsARefusedMessageWhateverElseComesBack() {
    Submission message = message(2);
    answer(message, 0, new SubmitResult.Refused(11, true));
    answer(message, 1, new SubmitResult.Accepted("b"));

    assertEquals(List.of(message), batch.finished());
    assertEquals(Refusals.PTT_INVALID_DESTINATION, batch.refused().get(0).ptt());
    assertEquals(List.of(), batch.submitted());
    assertEquals(1, batch.refused().size());
  }

  @Test
  void submitsOnceMoreAfterAnUnknownOutcomeAndThenLetsItStand() {
    Submission first = message(1);
    answer(first, 0, new SubmitResult.Unknown("connection lost"));
    assertEquals(1, batch.later().size());
    assertEquals(1, first.unknown());

    Submission again = new Submission(first.content(), 1, first.unknown(), 0);
    answer(again, 0, new SubmitResult.Unknown("connection lost"));
    assertEquals(List.of(new ResultBatch.Submitted(again, NOW)), batch.submitted());
    assertNull(batch.submittedSegments().get(0).operatorId());
  }

  @Test
  void doublesItsPausesUpToTheLongest() {
    assertEquals(Duration.ofMillis(250), BACKOFF.after(0));
    assertEquals(Duration.ofSeconds(2), BACKOFF.after(3));
    assertEquals(Duration.ofMinutes(1), BACKOFF.after(60));
    assertTrue(
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), () -> 1)
                .after(0)
                .compareTo(Duration.ofMillis(125))
            <= 0);
  }
}
