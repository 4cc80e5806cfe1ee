package io.facteur.messaging.dispatch;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the queue of one link filled from the database. Priorities that have something due share
 * each claim by weight, and what one leaves goes to the next, so that none waits for ever.
 */
final class Claimer implements Runnable {

  private static final Logger LOG = Logger.getLogger(Claimer.class);

  /** Shares of high, medium, low and veryLow. */
  private static final int[] WEIGHTS = {8, 4, 2, 1};

  /** Who is first, by the same weights. */
  private static final int[] TURNS = {0, 1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0, 1, 0};

  private final String link;
  private final ReadyTable ready;
  private final LinkQueue queue;
  private final Epoch epoch;
  private final java.util.function.BooleanSupplier bound;
  private final long pollMillis;
  private final Semaphore nudges = new Semaphore(0);
  private final String[] lastAccount = {"", "", "", ""};
  private volatile boolean backlog;
  private int turn;

  Claimer(
      String link,
      ReadyTable ready,
      LinkQueue queue,
      Epoch epoch,
      java.util.function.BooleanSupplier bound,
      long pollMillis) {
    this.link = link;
    this.ready = ready;
    this.queue = queue;
    this.epoch = epoch;
    this.bound = bound;
    this.pollMillis = pollMillis;
  }

  /**
   * Something was made ready: look at once, and let no fresh message overtake it in the meantime.
   */
  void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
    backlog = true;
  }

  /** Whether the last look left nothing behind, so that a fresh message overtakes nobody. */
  boolean isCaughtUp() {
    return !backlog;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        nudges.drainPermits();
        if (!bound.getAsBoolean() || !epoch.isFresh() || !claim()) {
          nudges.tryAcquire(pollMillis, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether to look again at once. A cheap look comes first: what a claim asks room for is room
   * that fresh messages do not find. Once something is due they find none, so that room comes.
   */
  private boolean claim() throws InterruptedException {
    try {
      List<Integer> due = ready.duePriorities(link);
      backlog = !due.isEmpty() || nudges.availablePermits() > 0;
      if (due.isEmpty()) {
        return false;
      }
      queue.awaitRoom();
      return claim(due);
    } catch (SQLException | RuntimeException problem) {
      LOG.warnf("fact=claim-waits link=%s reason=%s", link, problem);
      return false;
    }
  }

  private boolean claim(List<Integer> due) throws SQLException {
    int room = queue.reserve(Integer.MAX_VALUE);
    int weights = due.stream().mapToInt(priority -> WEIGHTS[priority]).sum();
    int claimed = 0;
    try {
      for (int priority : inTurn(due)) {
        int share = Math.max(1, room * WEIGHTS[priority] / weights);
        claimed += claim(priority, Math.min(share, room - claimed));
      }
      // What one priority leaves goes to the others, and what a round left out is asked for again.
      for (int priority : claimed > 0 && claimed < room ? due : List.<Integer>of()) {
        claimed += claim(priority, room - claimed);
      }
      backlog = claimed >= room || nudges.availablePermits() > 0;
      return claimed > 0 || room == 0;
    } finally {
      queue.fill(room - claimed, List.of());
    }
  }

  /** Each priority comes first in its turn, which counts where the room is less than the shares. */
  private List<Integer> inTurn(List<Integer> due) {
    int first = TURNS[turn];
    turn = (turn + 1) % TURNS.length;
    return due.stream().sorted(Comparator.comparing(priority -> priority != first)).toList();
  }

  private int claim(int priority, int most) throws SQLException {
    if (most == 0) {
      return 0;
    }
    String after = lastAccount[priority];
    List<Submission> claimed = claim(priority, after, most);
    if (claimed.isEmpty() && !after.isEmpty()) {
      claimed = claim(priority, "", most);
    }
    return claimed.size();
  }

  private List<Submission> claim(int priority, String after, int most) throws SQLException {
    List<Submission> claimed =
        ready.claim(new ReadyTable.Wanted(link, priority, after, most, epoch.number()));
    lastAccount[priority] =
        claimed.stream().map(s -> s.content().serviceName()).max(String::compareTo).orElse("");
    queue.fill(claimed.size(), claimed);
    return claimed;
  }
}
