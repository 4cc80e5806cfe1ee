package io.facteur.dlr.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Folds batches of facts into messages, in the caller's transaction. Whichever of a submission and
 * its receipt is folded second finds the other in {@link MatchTable}; both then change the message
 * under the lock of its row. Locks are taken in one order everywhere: match rows by operator id,
 * then messages by key.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Folding {

  private final MatchTable match;
  private final TrackedTable tracked;
  private final Announcer announcer;
  private final EndedIds ended;
  private final TrackingConfig config;
  private final Clock clock;

  Folding(
      MatchTable match,
      TrackedTable tracked,
      Announcer announcer,
      EndedIds ended,
      TrackingConfig config,
      Clock clock) {
    this.match = match;
    this.tracked = tracked;
    this.announcer = announcer;
    this.ended = ended;
    this.config = config;
    this.clock = clock;
  }

  /** Segments that were handed to an operator. */
  void submitted(String link, List<SubmittedBatch.Item> items) throws SQLException {
    Facts facts = new Facts();
    Map<MessageKey, Owner> owners = new TreeMap<>();
    SortedMap<String, MessageKey> ids = new TreeMap<>();
    for (SubmittedBatch.Item item : items) {
      facts.add(item.key(), item.fact(link));
      owners.putIfAbsent(item.key(), item.owner());
      if (item.operatorId() != null) {
        ids.put(item.operatorId(), item.key());
      }
    }
    if (!ids.isEmpty()) {
      for (Match met : match.submit(link, ids, dropAt(items), stale(items))) {
        addReports(facts, link, met.key(), met.receipts());
      }
    }
    foldIntoNew(facts, owners);
  }

  /** What operators reported. */
  void received(String link, List<ReceiptsBatch.Receipt> receipts) throws SQLException {
    SortedMap<String, List<ReceiptsBatch.Receipt>> byId = new TreeMap<>();
    for (ReceiptsBatch.Receipt each : receipts) {
      byId.computeIfAbsent(each.operatorId(), any -> new ArrayList<>()).add(each);
    }
    Map<String, MessageKey> messages = new TreeMap<>(match.find(link, byId.keySet()));
    SortedMap<String, String> unmatched = new TreeMap<>();
    byId.forEach(
        (id, list) -> {
          if (!messages.containsKey(id)) {
            unmatched.put(id, EarlyReceipts.write(list));
          }
        });
    if (!unmatched.isEmpty()) {
      Instant now = clock.instant();
      messages.putAll(match.keep(link, unmatched, now, now.plus(config.unmatchedRetention())));
    }
    Facts facts = new Facts();
    messages.forEach((id, key) -> addReports(facts, link, key, byId.get(id)));
    if (!facts.isEmpty()) {
      fold(tracked.lock(facts.keys()), facts);
    }
  }

  /** Messages that no operator took. */
  void refused(List<RefusedBatch.Item> items) throws SQLException {
    Facts facts = new Facts();
    Map<MessageKey, Owner> owners = new TreeMap<>();
    for (RefusedBatch.Item item : items) {
      facts.add(item.key(), item.fact());
      owners.putIfAbsent(item.key(), item.owner());
    }
    foldIntoNew(facts, owners);
  }

  /**
   * Ends what was awaited in vain; one batch.
   *
   * @return how many messages it was
   */
  int expire() throws SQLException {
    Instant now = clock.instant();
    List<TrackedMessage> due = tracked.lockDue(now, config.expiryBatch());
    Facts facts = new Facts();
    due.forEach(message -> facts.add(message.key(), new Fact.Silence(now)));
    fold(due, facts);
    return due.size();
  }

  private static void addReports(
      Facts facts, String link, MessageKey key, List<ReceiptsBatch.Receipt> receipts) {
    for (ReceiptsBatch.Receipt each : receipts) {
      ReceiptMapping.state(each.stat(), each.err())
          .ifPresent(
              state ->
                  facts.add(key, new Fact.Reported(link, each.operatorId(), state, each.at())));
    }
  }

  /**
   * Messages are nearly always new to a submission, so they are inserted with all that is known.
   */
  private void foldIntoNew(Facts facts, Map<MessageKey, Owner> owners) throws SQLException {
    Instant now = clock.instant();
    List<TrackedMessage> fresh = new ArrayList<>();
    List<StateChange> changes = new ArrayList<>();
    for (MessageKey key : facts.keys()) {
      TrackedMessage message = TrackedMessage.unheard(key, owners.get(key), now);
      if (announcer.tellsSubmitted()) {
        changes.addAll(message.submission(facts.about(key)));
      }
      changes.addAll(learn(message, facts, now));
      fresh.add(message);
    }
    Set<MessageKey> inserted = tracked.insertNew(fresh);
    fresh.removeIf(message -> !inserted.contains(message.key()));
    changes.removeIf(change -> !inserted.contains(change.key()));
    announce(fresh, changes);
    if (inserted.size() < facts.keys().size()) {
      List<MessageKey> known =
          facts.keys().stream().filter(key -> !inserted.contains(key)).toList();
      fold(tracked.lock(known), facts);
    }
  }

  private void fold(List<TrackedMessage> messages, Facts facts) throws SQLException {
    Instant now = clock.instant();
    List<TrackedMessage> touched = new ArrayList<>();
    List<StateChange> changes = new ArrayList<>();
    for (TrackedMessage message : messages) {
      if (!message.state().isFinal()) {
        changes.addAll(learn(message, facts, now));
        touched.add(message);
      }
    }
    if (!touched.isEmpty()) {
      tracked.update(touched);
      announce(touched, changes);
    }
  }

  private List<StateChange> learn(TrackedMessage message, Facts facts, Instant now) {
    List<StateChange> changes = new ArrayList<>();
    for (Fact fact : facts.about(message.key())) {
      if (message.learn(fact, config.patience(), now)) {
        changes.add(message.lastChange());
      }
    }
    return changes;
  }

  private void announce(List<TrackedMessage> messages, List<StateChange> changes)
      throws SQLException {
    announcer.announce(messages, changes);
    ended.add(messages);
  }

  private Instant dropAt(Collection<SubmittedBatch.Item> items) {
    Instant last = clock.instant();
    for (SubmittedBatch.Item item : items) {
      last = item.expiresAt().isAfter(last) ? item.expiresAt() : last;
    }
    return last.plus(config.silenceGrace()).plus(config.repeatWindow());
  }

  private Instant stale(Collection<SubmittedBatch.Item> items) {
    Instant first = clock.instant();
    for (SubmittedBatch.Item item : items) {
      first = item.at().isBefore(first) ? item.at() : first;
    }
    return first.minus(config.staleReceipt());
  }
}
