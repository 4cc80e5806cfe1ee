package io.facteur.smsc.timer;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that runs short tasks later. */
public final class Timer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Timer.class.getName());
  private final ScheduledThreadPoolExecutor executor;

  public Timer() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "smsc-timer");
              thread.setDaemon(true);
              return thread;
            });
    // After close() a session may still want to schedule something: nobody waits for it.
    executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Runs a task once. */
  public void after(long millis, Runnable task) {
    Future<?> unused = executor.schedule(() -> run(task), millis, TimeUnit.MILLISECONDS);
  }

  /** Runs a task again and again. */
  public void every(long millis, Runnable task) {
    Future<?> unused =
        executor.scheduleWithFixedDelay(() -> run(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.ERROR, "a task of the timer failed", failed);
    }
  }

  /** Drops what has not run. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
