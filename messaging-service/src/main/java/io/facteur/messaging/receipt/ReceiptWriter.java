package io.facteur.messaging.receipt;

import io.facteur.chassis.event.Outbox;
import io.facteur.messaging.smpp.Receipt;
import io.facteur.messaging.smpp.ReceiptListener;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Collects the operators' delivery receipts while the previous commit runs, writes them as one
 * event per link, and lets them be acknowledged only then: what is not written is not acknowledged,
 * and the operator sends it again.
 */
@ApplicationScoped
public class ReceiptWriter implements ReceiptListener {

  private static final Logger LOG = Logger.getLogger(ReceiptWriter.class);
  private static final String TYPE = "facteur.messaging.receipts.received.v1";
  private static final int ITEMS_PER_EVENT = 400;

  /** More than all windows of all operators; beyond it an operator is told to come again. */
  private static final int QUEUE = 20_000;

  /**
   * From one commit to the next: short, because an operator with a small window sends nothing more
   * until its receipts are acknowledged.
   */
  private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(QUEUE);
  private final Thread thread = new Thread(this::run, "receipts");
  private final Outbox outbox;

  ReceiptWriter(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public CompletionStage<Void> onReceipts(String link, Receipt receipt) {
    Waiting item = new Waiting(link, receipt, new CompletableFuture<>());
    if (!waiting.offer(item)) {
      return CompletableFuture.failedStage(new IllegalStateException("too many receipts wait"));
    }
    return item.written();
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void run() {
    long next = System.nanoTime();
    try {
      while (true) {
        List<Waiting> batch = new ArrayList<>();
        batch.add(waiting.take());
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        next = System.nanoTime() + PACE_NANOS;
        waiting.drainTo(batch, ITEMS_PER_EVENT - 1);
        write(batch);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Waiting> batch) {
    Map<String, List<Item>> byLink = new LinkedHashMap<>();
    for (Waiting item : batch) {
      byLink.computeIfAbsent(item.link(), link -> new ArrayList<>()).add(Item.of(item.receipt()));
    }
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> byLink.forEach((link, items) -> outbox.append(TYPE, new Body(link, items))));
      batch.forEach(item -> item.written().complete(null));
    } catch (RuntimeException problem) {
      LOG.warnf("fact=receipts-not-written count=%d reason=%s", batch.size(), problem);
      batch.forEach(item -> item.written().completeExceptionally(problem));
    }
  }

  private record Waiting(String link, Receipt receipt, CompletableFuture<Void> written) {}

  private record Body(String link, List<Item> receipts) {}

  private record Item(String operatorId, String stat, String err, Instant at) {
    static Item of(Receipt receipt) {
      return new Item(receipt.operatorId(), receipt.stat(), receipt.err(), receipt.at());
    }
  }
}
