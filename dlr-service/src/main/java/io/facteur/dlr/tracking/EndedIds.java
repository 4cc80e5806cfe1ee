package io.facteur.dlr.tracking;

import io.facteur.dlr.database.AfterCommit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Empties the match table of ids whose message has its end. They stay a little longer than it, so
 * that an operator's repeated receipt still finds them; which ones is only remembered in memory,
 * and what a killed process forgets is swept later by its date.
 */
@ApplicationScoped
class EndedIds {

  /** Rows that one transaction deletes. */
  private static final int BATCH = 5_000;

  private record Ended(LinkedId id, Instant at) {}

  private final MatchTable match;
  private final TrackingConfig config;
  private final Clock clock;
  private final AfterCommit afterCommit;
  private final Deque<Ended> waiting = new ArrayDeque<>();

  EndedIds(MatchTable match, TrackingConfig config, Clock clock, AfterCommit afterCommit) {
    this.afterCommit = afterCommit;
    this.match = match;
    this.config = config;
    this.clock = clock;
  }

  /** Remembers the ids of those messages that are at their end, once that is committed. */
  void add(List<TrackedMessage> messages) {
    Instant now = clock.instant();
    List<Ended> ids = new ArrayList<>();
    for (TrackedMessage message : messages) {
      if (message.state().isFinal()) {
        for (Submission each : message.submissions()) {
          if (each.identified()) {
            ids.add(new Ended(new LinkedId(each.link(), each.operatorId()), now));
          }
        }
      }
    }
    if (!ids.isEmpty()) {
      afterCommit.run(() -> remember(ids));
    }
  }

  private void remember(List<Ended> ids) {
    synchronized (waiting) {
      waiting.addAll(ids);
    }
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forget() {
    for (List<LinkedId> due = take(); !due.isEmpty(); due = take()) {
      List<LinkedId> batch = due;
      QuarkusTransaction.requiringNew().run(() -> delete(batch));
    }
  }

  private void delete(List<LinkedId> ids) {
    try {
      match.delete(ids);
    } catch (SQLException problem) {
      throw new TrackingException(problem);
    }
  }

  private List<LinkedId> take() {
    Instant until = clock.instant().minus(config.repeatWindow());
    List<LinkedId> due = new ArrayList<>();
    synchronized (waiting) {
      while (due.size() < BATCH && !waiting.isEmpty() && leaves(waiting.peekFirst(), until)) {
        due.add(waiting.removeFirst().id());
      }
    }
    due.sort(Comparator.comparing(LinkedId::link).thenComparing(LinkedId::operatorId));
    return due;
  }

  private boolean leaves(Ended oldest, Instant until) {
    return oldest.at().isBefore(until) || waiting.size() > config.repeatCapacity();
  }
}
