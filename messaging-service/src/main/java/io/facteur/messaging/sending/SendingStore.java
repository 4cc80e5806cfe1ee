package io.facteur.messaging.sending;

import io.facteur.chassis.event.Outbox;
import io.facteur.messaging.sending.SendingTable.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The transactions that make sendings accepted or abandoned, and tell billing so. */
@ApplicationScoped
class SendingStore {

  private static final String ACCEPTED = "facteur.messaging.sending.accepted.v1";
  private static final String ABANDONED = "facteur.messaging.sending.abandoned.v1";
  private static final int ITEMS_PER_EVENT = 400;

  private final SendingTable sendings;
  private final IdempotencyTable keys;
  private final Outbox outbox;
  private final SendingConfig config;

  SendingStore(SendingTable sendings, IdempotencyTable keys, Outbox outbox, SendingConfig config) {
    this.sendings = sendings;
    this.keys = keys;
    this.outbox = outbox;
    this.config = config;
  }

  /** What became of each sending, by its id. May be called again after a commit with no answer. */
  @Transactional
  Map<Long, Acceptance> accept(List<Sending> batch, Placement placement) throws SQLException {
    Map<Long, Acceptance> outcome = new HashMap<>();
    List<Sending> fresh = new ArrayList<>();
    for (Sending sending : batch) {
      boolean repeated = sending.idempotency() != null && !keys.insert(sending);
      outcome.put(sending.id(), repeated ? Acceptance.REPEATED : Acceptance.ABANDONED);
      if (!repeated) {
        fresh.add(sending);
      }
    }
    Set<Long> inserted = sendings.insert(fresh);
    List<Sending> accepted = fresh.stream().filter(s -> inserted.contains(s.id())).toList();
    insertMessages(accepted, placement);
    tell(ACCEPTED, accepted.stream().map(Item::of).toList());
    inserted.forEach(id -> outcome.put(id, Acceptance.ACCEPTED));
    List<Item> others =
        batch.stream().filter(s -> !inserted.contains(s.id())).map(Item::of).toList();
    giveUp(others).forEach(id -> outcome.put(id, Acceptance.ACCEPTED));
    return outcome;
  }

  /**
   * Says of each sending whether it was accepted; burns the ids of the others first, so that the
   * answer stays true. Tells billing.
   */
  @Transactional
  void resolve(List<Item> asked) throws SQLException {
    Set<Long> accepted = giveUp(asked);
    tell(ACCEPTED, asked.stream().filter(item -> accepted.contains(item.sendingId())).toList());
  }

  /**
   * Burns those that are not accepted, and tells billing to void them; answers the accepted ones.
   */
  private Set<Long> giveUp(List<Item> items) throws SQLException {
    if (items.isEmpty()) {
      return Set.of();
    }
    List<Long> ids = items.stream().map(Item::sendingId).toList();
    sendings.abandon(ids, items.stream().map(Item::serviceName).toList());
    Set<Long> accepted = sendings.accepted(ids);
    tell(ABANDONED, items.stream().filter(i -> !accepted.contains(i.sendingId())).toList());
    return accepted;
  }

  /** Which epoch claims a message in its insert; null for none. */
  interface Placement {
    Long claimFor(Sending sending, NewMessage message);
  }

  private void insertMessages(List<Sending> accepted, Placement placement) throws SQLException {
    List<Placed> rows = new ArrayList<>();
    for (Sending sending : accepted) {
      for (NewMessage message : sending.messages()) {
        rows.add(new Placed(sending, message, placement.claimFor(sending, message)));
        if (rows.size() == config.messagesPerStatement()) {
          sendings.insertMessages(rows);
          rows.clear();
        }
      }
    }
    if (!rows.isEmpty()) {
      sendings.insertMessages(rows);
    }
  }

  private void tell(String type, List<Item> about) {
    for (int from = 0; from < about.size(); from += ITEMS_PER_EVENT) {
      int to = Math.min(about.size(), from + ITEMS_PER_EVENT);
      outbox.append(type, new Body(about.subList(from, to)));
    }
  }

  private record Body(List<Item> sendings) {}

  /**
   * A sending as billing knows it.
   *
   * @param amount thousandths of a credit; 0 where only the id matters
   */
  record Item(long sendingId, String serviceName, String apiUser, long amount) {
    static Item of(Sending sending) {
      return new Item(sending.id(), sending.serviceName(), sending.apiUser(), sending.amount());
    }
  }
}
