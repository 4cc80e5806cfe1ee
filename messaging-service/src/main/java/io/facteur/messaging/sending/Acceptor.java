package io.facteur.messaging.sending;

import io.facteur.chassis.event.DatabaseFaults;
import io.facteur.messaging.dispatch.Dispatcher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Group commit: sendings that come while a transaction commits share the next one. A batch that
 * fails is tried again one by one, so that a bad one fails alone. Large sendings go one at a time
 * by a thread of their own, so that nobody waits for their commit.
 */
@ApplicationScoped
public class Acceptor {

  private static final Logger LOG = Logger.getLogger(Acceptor.class);

  private final SendingStore store;
  private final SendingConfig config;
  private final Dispatcher dispatcher;
  private final BlockingQueue<Waiting> waiting;
  private final BlockingQueue<Waiting> large;
  private final List<Thread> writers = new ArrayList<>();

  Acceptor(SendingStore store, SendingConfig config, Dispatcher dispatcher, MeterRegistry meters) {
    this.store = store;
    this.config = config;
    this.dispatcher = dispatcher;
    this.waiting = new LinkedBlockingQueue<>(config.queue());
    this.large = new LinkedBlockingQueue<>(config.largeQueue());
    Gauge.builder("facteur.accept.waiting", waiting, BlockingQueue::size).register(meters);
  }

  /**
   * Accepts a sending whose credits are held. Completes after the commit; fails when it could not
   * be committed, or it is not known whether it was.
   */
  public CompletionStage<Acceptance> accept(Sending sending) {
    Waiting item = new Waiting(sending, new CompletableFuture<>());
    boolean alone = sending.messages().size() > config.messagesPerGroup();
    if (!(alone ? large : waiting).offer(item)) {
      return CompletableFuture.failedStage(new IllegalStateException("too many sendings wait"));
    }
    return item.outcome();
  }

  /**
   * Gives a sending up whose hold was not answered: it can't be accepted later, and billing voids
   * what it may hold. Blocks for a commit.
   */
  public void abandon(long sendingId, String serviceName) throws SQLException {
    store.resolve(List.of(new SendingStore.Item(sendingId, serviceName, null, 0)));
  }

  void start(@Observes StartupEvent event) {
    for (int i = 0; i < config.writers(); i++) {
      start("accept-" + i, () -> run(waiting, config.sendingsPerCommit()));
    }
    start("accept-large", () -> run(large, 1));
  }

  private void start(String name, Runnable work) {
    Thread writer = new Thread(work, name);
    writer.setDaemon(true);
    writer.start();
    writers.add(writer);
  }

  void stop(@Observes ShutdownEvent event) {
    writers.forEach(Thread::interrupt);
  }

  private void run(BlockingQueue<Waiting> source, int mostPerCommit) {
    try {
      while (true) {
        List<Waiting> batch = new ArrayList<>();
        batch.add(source.take());
        source.drainTo(batch, mostPerCommit - 1);
        commit(batch);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Waiting> batch) {
    LocalClaims claims = new LocalClaims(dispatcher);
    try {
      Map<Long, Acceptance> outcome =
          store.accept(batch.stream().map(Waiting::sending).toList(), claims);
      claims.handOver(outcome);
      batch.forEach(item -> item.outcome().complete(outcome.get(item.sending().id())));
    } catch (SQLException | RuntimeException problem) {
      claims.drop();
      failed(batch, problem);
    }
  }

  private void failed(List<Waiting> batch, Exception problem) {
    if (batch.size() == 1 || DatabaseFaults.passes(problem)) {
      LOG.errorf(problem, "fact=sendings-not-accepted count=%d", batch.size());
      batch.forEach(item -> item.outcome().completeExceptionally(problem));
      return;
    }
    LOG.warnf("fact=accept-one-by-one sendings=%d reason=%s", batch.size(), problem);
    batch.forEach(item -> commit(List.of(item)));
  }

  private record Waiting(Sending sending, CompletableFuture<Acceptance> outcome) {}
}
