package io.facteur.messaging.dispatch;

import io.facteur.messaging.smpp.SmppLink;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One link at work in this process: an SMPP session, a claimer that fills its queue, a submitter
 * that empties it, a writer that commits the answers.
 */
final class LinkSession {

  private static final long STOP_MILLIS = 3_000;

  private final SmppLink smpp;
  private final long version;
  private final LinkQueue queue;
  private final Window window;
  private final Claimer claimer;
  private final List<Thread> feeding;
  private final Thread writing;

  /** What every session of this process shares. */
  record Shared(
      ReadyTable ready,
      ResultStore store,
      Epoch epoch,
      DispatchConfig config,
      Clock clock,
      Set<Long> held) {}

  LinkSession(SmppLink smpp, long version, int throughput, Shared shared, Backoff backoff) {
    String name = smpp.settings().name();
    DispatchConfig config = shared.config();
    this.smpp = smpp;
    this.version = version;
    this.window = new Window(smpp.settings().window());
    this.queue = new LinkQueue(window.size(), shared.held());
    ResultWriter writer =
        new ResultWriter(name, shared.store(), config, backoff, window, shared.held());
    this.claimer =
        new Claimer(
            name, shared.ready(), queue, shared.epoch(), smpp::isBound, config.poll().toMillis());
    Submitter submitter =
        new Submitter(
            smpp, queue, window, new Pace(throughput), writer, shared.epoch(), shared.clock());
    this.feeding =
        List.of(new Thread(claimer, "claim-" + name), new Thread(submitter, "submit-" + name));
    this.writing = new Thread(writer, "results-" + name);
  }

  void start() {
    smpp.open();
    writing.start();
    feeding.forEach(Thread::start);
  }

  /** Submits nothing more, and waits a while for the answers that are under way. */
  void stop() throws InterruptedException {
    feeding.forEach(Thread::interrupt);
    for (Thread thread : feeding) {
      thread.join(STOP_MILLIS);
    }
    queue.clear();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
    while (window.used() > 0 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    smpp.close();
    writing.interrupt();
    writing.join(STOP_MILLIS);
  }

  /** Version of the link's description that this session was opened with. */
  long version() {
    return version;
  }

  boolean isBound() {
    return smpp.isBound();
  }

  void nudge() {
    claimer.nudge();
  }

  void forgetClaims() {
    queue.clear();
  }

  /** Submits under way, their commits included. */
  int inFlight() {
    return window.used();
  }

  /**
   * Room for messages that are claimed in their insert, so that they need no claim afterwards; none
   * when others wait that they would overtake.
   */
  int reserve(int wanted) {
    return smpp.isBound() && claimer.isCaughtUp() ? queue.reserve(wanted) : 0;
  }

  void fill(int reservation, List<Submission> submissions) {
    queue.fill(reservation, submissions);
  }
}
