package io.facteur.messaging.smpp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Submits many segments while it keeps to a window, as the dispatcher does. */
final class Load {

  private final SmppLink link;
  private final int window;
  private final boolean waits;
  private final Semaphore permits;
  private final Map<Integer, SubmitResult> results = new ConcurrentHashMap<>();

  /** Waits for the link when it is not bound, as the dispatcher does. */
  Load(SmppLink link, int window) {
    this(link, window, true);
  }

  Load(SmppLink link, int window, boolean waits) {
    this.link = link;
    this.window = window;
    this.waits = waits;
    permits = new Semaphore(window);
  }

  static String text(int number) {
    return "message " + number;
  }

  /** Submits messages {@code from} (included) to {@code to} (excluded), each to its receiver. */
  void submit(int from, int to) throws InterruptedException {
    for (int i = from; i < to; i++) {
      int number = i;
      permits.acquire();
      if (waits) {
        Waiting.until(link::isBound, 10_000);
      }
      var unused =
          link.submit(Segments.to("336%08d".formatted(number / 500 * 1_000), text(number)))
              .whenComplete(
                  (result, failure) -> {
                    results.put(number, result);
                    permits.release();
                  });
    }
  }

  /** Waits until every submit has its result. */
  Map<Integer, SubmitResult> results() throws InterruptedException {
    permits.acquire(window);
    permits.release(window);
    return results;
  }

  long count(Class<? extends SubmitResult> kind) {
    return results.values().stream().filter(kind::isInstance).count();
  }
}
