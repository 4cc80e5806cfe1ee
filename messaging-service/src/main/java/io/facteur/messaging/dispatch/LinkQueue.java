package io.facteur.messaging.dispatch;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this process has claimed of one link and not yet submitted: at most a window's worth beyond
 * the window, so that a kill strands little and a late urgent message waits behind little.
 */
final class LinkQueue {

  private final int capacity;
  private final Queue<Submission> claimed = new ArrayDeque<>();
  private final Set<Long> held;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private int reserved;

  /**
   * An empty queue.
   *
   * @param held ids of all messages that this process has in memory, from here to the commit of
   *     their results
   */
  LinkQueue(int capacity, Set<Long> held) {
    this.capacity = capacity;
    this.held = held;
  }

  /** Reserves room for messages that are about to be claimed; answers for how many. */
  int reserve(int wanted) {
    lock.lock();
    try {
      int granted = Math.max(0, Math.min(wanted, capacity - reserved - claimed.size()));
      reserved += granted;
      return granted;
    } finally {
      lock.unlock();
    }
  }

  /** Fills reserved room; what was reserved beyond is free again. */
  void fill(int reservation, Collection<Submission> submissions) {
    lock.lock();
    try {
      reserved -= reservation;
      submissions.forEach(submission -> held.add(submission.content().messageId()));
      claimed.addAll(submissions);
      arrived.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The next message; waits for one. */
  Submission take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (claimed.isEmpty()) {
        arrived.await();
      }
      Submission next = claimed.remove();
      room.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until half of the room is free, so that claims are batches and not single rows. */
  void awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (capacity - reserved - claimed.size() < Math.max(1, capacity / 2)) {
        room.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets a message that was taken and will not be submitted: its row is not this memory's any
   * more, and is found as an orphan if it still carries this process's claim.
   */
  void forget(Submission submission) {
    held.remove(submission.content().messageId());
  }

  /** Forgets everything: the claims belong to somebody else now. */
  void clear() {
    lock.lock();
    try {
      claimed.forEach(submission -> held.remove(submission.content().messageId()));
      claimed.clear();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
