package io.facteur.messaging.dispatch;

import io.facteur.messaging.smpp.Segment;
import io.facteur.messaging.smpp.SmppLink;
import io.facteur.messaging.smpp.SubmitResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Submits what the queue holds, segment by segment, as fast as the window, the link's throughput
 * and the operator's throttling allow.
 */
final class Submitter implements Runnable {

  private static final long UNBOUND_PAUSE_MILLIS = 50;

  private final SmppLink link;
  private final LinkQueue queue;
  private final Window window;
  private final Pace pace;
  private final ResultWriter writer;
  private final Epoch epoch;
  private final Clock clock;

  Submitter(
      SmppLink link,
      LinkQueue queue,
      Window window,
      Pace pace,
      ResultWriter writer,
      Epoch epoch,
      Clock clock) {
    this.link = link;
    this.queue = queue;
    this.window = window;
    this.pace = pace;
    this.writer = writer;
    this.epoch = epoch;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        submit(queue.take());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(Submission submission) throws InterruptedException {
    for (int i = 0; i < submission.content().text().segments(); i++) {
      if (submission.isToSubmit(i) && !submit(submission, i)) {
        return;
      }
    }
  }

  /** False when the message is not ours to submit any more. */
  private boolean submit(Submission submission, int index) throws InterruptedException {
    pace.await();
    window.acquire();
    while (!link.isBound() && epoch.isFresh() && !isExpired(submission)) {
      TimeUnit.MILLISECONDS.sleep(UNBOUND_PAUSE_MILLIS);
    }
    if (!epoch.isFresh()) {
      window.release(1);
      queue.forget(submission);
      queue.clear();
      return false;
    }
    if (index == 0 && isExpired(submission) && submission.segmentsDone() == 0) {
      window.release(1);
      writer.addExpired(submission);
      return false;
    }
    link.submit(segment(submission.content(), index))
        .whenComplete((answer, problem) -> answered(submission, index, answer, problem));
    return true;
  }

  private void answered(Submission submission, int index, SubmitResult answer, Throwable problem) {
    SubmitResult known = problem == null ? answer : new SubmitResult.Unknown(problem.toString());
    pace.heard(known instanceof SubmitResult.Throttled);
    writer.add(new SegmentResult(submission, index, known, clock.instant()));
  }

  private boolean isExpired(Submission submission) {
    return !submission.content().expiresAt().isAfter(clock.instant());
  }

  private Segment segment(Submission.Content content, int index) {
    int total = content.text().segments();
    Instant now = clock.instant();
    Duration left = Duration.between(now, content.expiresAt());
    return new Segment(
        content.messageId(),
        index,
        total,
        content.sender(),
        content.receiver(),
        content.text().payload(index, content.messageId()),
        total > 1,
        DataCoding.of(content.text().encoding(), content.messageClass()),
        content.messageClass() != null && content.messageClass() == 0,
        left.isNegative() || left.isZero() ? Duration.ofSeconds(1) : left,
        true);
  }
}
