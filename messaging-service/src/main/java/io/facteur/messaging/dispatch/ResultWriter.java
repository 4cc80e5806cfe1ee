package io.facteur.messaging.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Commits the operators' answers of one link, as many as came while the previous commit ran. A
 * window permit comes back only after the commit, so what is submitted and not yet written is at
 * most one window.
 */
final class ResultWriter implements Runnable {

  private static final Logger LOG = Logger.getLogger(ResultWriter.class);
  private static final long RETRY_MILLIS = 500;

  private final String link;
  private final ResultStore store;
  private final DispatchConfig config;
  private final Backoff backoff;
  private final Window window;
  private final Set<Long> held;
  private final BlockingQueue<SegmentResult> results = new LinkedBlockingQueue<>();
  private final BlockingQueue<Submission> expired = new LinkedBlockingQueue<>();
  private long next = System.nanoTime();

  ResultWriter(
      String link,
      ResultStore store,
      DispatchConfig config,
      Backoff backoff,
      Window window,
      Set<Long> held) {
    this.link = link;
    this.store = store;
    this.config = config;
    this.backoff = backoff;
    this.window = window;
    this.held = held;
  }

  /** An answer; never blocks. At most a window of them is here. */
  void add(SegmentResult result) {
    results.add(result);
  }

  /** A message whose validity ended in memory. */
  void addExpired(Submission submission) {
    expired.add(submission);
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        writeNext();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeNext() throws InterruptedException {
    List<SegmentResult> drained = new ArrayList<>();
    SegmentResult first = results.poll(100, TimeUnit.MILLISECONDS);
    if (first != null) {
      drained.add(first);
      awaitMore();
    }
    results.drainTo(drained, config.resultBatch());
    List<Submission> overdue = new ArrayList<>();
    expired.drainTo(overdue, config.resultBatch());
    if (drained.isEmpty() && overdue.isEmpty()) {
      return;
    }
    ResultBatch batch = new ResultBatch(backoff, config.submissionsWhenUnknown());
    drained.forEach(batch::add);
    overdue.forEach(submission -> batch.refuse(submission, Refusals.PTT_EXPIRED));
    writeUntilDone(batch);
    batch.settled().forEach(submission -> held.remove(submission.content().messageId()));
    window.release(drained.size());
  }

  /** Answers come in swarms; while half of the window is free, nobody waits for this commit. */
  private void awaitMore() throws InterruptedException {
    long left = next - System.nanoTime();
    if (window.used() < window.size() / 2 && left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
    next = System.nanoTime() + config.resultPace().toNanos();
  }

  /** What the operator has taken must be written: it is tried again for as long as it takes. */
  private void writeUntilDone(ResultBatch batch) throws InterruptedException {
    while (true) {
      try {
        store.write(link, batch);
        return;
      } catch (java.sql.SQLException | RuntimeException problem) {
        LOG.warnf(
            problem, "fact=results-wait link=%s submitted=%d", link, batch.submitted().size());
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
      }
    }
  }
}
