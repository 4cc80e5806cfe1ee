package io.facteur.messaging.job;

import io.facteur.chassis.error.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many messages of large jobs are in memory at a time, from the reading of their files to their
 * answer. A job that finds no room waits a little, then the client is told to come again.
 */
@ApplicationScoped
class Room {

  /** Messages that are reserved in one step. */
  static final int STEP = 1_000;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final long WAIT_SECONDS = 5;

  private final Semaphore steps;

  Room(JobConfig config) {
    this.steps = new Semaphore(Math.max(1, config.messagesInMemory() / STEP));
  }

  Share open() {
    return new Share(steps);
  }

  /** What one job has reserved. */
  static final class Share implements AutoCloseable {

    /** For jobs that are too small to count. */
    static final Share NONE = new Share(new Semaphore(0));

    private final Semaphore steps;
    private int reserved;

    private Share(Semaphore steps) {
      this.steps = steps;
    }

    /**
     * Makes room for so many messages in all. May block for seconds.
     *
     * @throws ApiException 503 when there is none
     */
    void reserve(int messages) {
      while (reserved * STEP < messages) {
        if (!acquire()) {
          throw ApiException.unavailable(
              "Other large jobs are being accepted at present, nothing was sent: try again",
              RETRY_AFTER);
        }
        reserved++;
      }
    }

    private boolean acquire() {
      try {
        return steps.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    /** Gives everything back; again, nothing. */
    @Override
    public synchronized void close() {
      steps.release(reserved);
      reserved = 0;
    }
  }
}
