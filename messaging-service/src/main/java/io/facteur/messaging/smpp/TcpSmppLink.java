package io.facteur.messaging.smpp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * An {@link SmppLink} over TCP or TLS with one session at a time. It takes three threads, whatever
 * the window: one connects and reads, one writes, one looks at the timers.
 */
public final class TcpSmppLink implements SmppLink {

  private static final Logger LOG = Logger.getLogger(TcpSmppLink.class);
  private static final long GRACE_MILLIS = 5_000;
  private static final long JOIN_MILLIS = 1_000;
  private static final long SHORTEST_TICK_MILLIS = 10;
  private static final long LONGEST_TICK_MILLIS = 250;

  private final LinkSettings settings;
  private final Deliveries deliveries;
  private final Backoff backoff;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread worker;
  private final Thread ticker;
  private volatile EsmeSession session;
  private boolean opened;

  /**
   * A link that is not open yet.
   *
   * @param receipts takes the receipts of this link
   * @param replies takes what handsets write to it
   * @param random spreads the attempts to connect
   */
  public TcpSmppLink(
      LinkSettings settings,
      ReceiptListener receipts,
      ReplyListener replies,
      Clock clock,
      RandomGenerator random) {
    this.settings = settings;
    this.deliveries = new Deliveries(settings, receipts, replies, clock);
    this.backoff = new Backoff(random);
    this.worker = daemon(this::work, "smpp-" + settings.name());
    this.ticker = daemon(this::tick, "smpp-" + settings.name() + "-timer");
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void open() {
    if (!opened && closing.getCount() > 0) {
      opened = true;
      worker.start();
      ticker.start();
    }
  }

  @Override
  public CompletionStage<SubmitResult> submit(Segment segment) {
    EsmeSession bound = session;
    if (bound == null || isClosing()) {
      return CompletableFuture.completedFuture(new SubmitResult.NotSent("the link is not bound"));
    }
    return bound.submit(segment);
  }

  @Override
  public boolean isBound() {
    return session != null && !isClosing();
  }

  @Override
  public LinkSettings settings() {
    return settings;
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void work() {
    String lastReason = "";
    while (!isClosing()) {
      long start = System.nanoTime();
      String reason = connectAndServe();
      Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - start));
      // An operator that is away for hours fills no log with the same line.
      Logger.Level level = reason.equals(lastReason) ? Logger.Level.DEBUG : Logger.Level.WARN;
      LOG.logf(
          isClosing() ? Logger.Level.INFO : level,
          "link=%s event=down reason=\"%s\" retryMillis=%d",
          settings.name(),
          reason,
          pause.toMillis());
      lastReason = reason;
      pause(pause.toMillis());
    }
  }

  private String connectAndServe() {
    try {
      EsmeSession bound = EsmeSession.bind(settings, deliveries);
      session = bound;
      LOG.infof("event=bound %s", settings);
      if (isClosing()) {
        bound.unbind(0);
      }
      return bound.serve();
    } catch (IOException | RuntimeException failed) {
      return failed.toString();
    } finally {
      session = null;
    }
  }

  private void tick() {
    long shortest =
        Math.min(settings.responseTimer().toMillis(), settings.enquireLink().toMillis()) / 4;
    long step = Math.max(SHORTEST_TICK_MILLIS, Math.min(LONGEST_TICK_MILLIS, shortest));
    while (!isClosing()) {
      EsmeSession bound = session;
      if (bound != null) {
        bound.tick();
      }
      pause(step);
    }
  }

  private void pause(long millis) {
    try {
      boolean unused = closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      closing.countDown();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    EsmeSession bound = session;
    if (bound != null) {
      bound.unbind(GRACE_MILLIS);
    }
    try {
      worker.join(JOIN_MILLIS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
