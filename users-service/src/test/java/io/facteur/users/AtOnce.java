package io.facteur.users;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does the same several times at once. */
public final class AtOnce {

  private AtOnce() {}

  /** The results of so many calls that started together. */
  public static <T> List<T> call(int times, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(times);
    try {
      CyclicBarrier start = new CyclicBarrier(times);
      List<Future<T>> running =
          IntStream.range(0, times)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return work.call();
                          }))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
