package io.facteur.messaging.dispatch;

import io.facteur.chassis.event.Outbox;
import io.facteur.messaging.message.MessageState;
import io.facteur.messaging.message.MessageTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Messages that never reached an operator, or that it refused: DLR 16, paid back. */
@ApplicationScoped
public class Refusals {

  static final int DLR_NOT_BILLED = 16;

  /** Validity over before it could be submitted. */
  static final int PTT_EXPIRED = 8;

  /** Not deliverable in this form. */
  static final int PTT_UNDELIVERABLE = 20;

  /** Number wrong, barred or blacklisted. */
  static final int PTT_INVALID_DESTINATION = 23;

  private static final String REFUSED = "facteur.messaging.messages.refused.v1";
  private static final int ITEMS_PER_EVENT = 200;

  private final MessageTable messages;
  private final Outbox outbox;
  private final Clock clock;

  Refusals(MessageTable messages, Outbox outbox, Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** One refused message. */
  record Refused(
      long messageId,
      long sendingId,
      String serviceName,
      String apiUser,
      long settingsVersion,
      long amount,
      int ptt) {}

  /** Writes the states and tells billing and dlr, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  void write(List<Refused> refused) throws SQLException {
    if (refused.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    messages.change(
        MessageState.REFUSED,
        refused.stream()
            .map(
                r ->
                    new MessageTable.Change(
                        r.sendingId(), r.messageId(), DLR_NOT_BILLED, r.ptt(), now))
            .toList());
    for (int from = 0; from < refused.size(); from += ITEMS_PER_EVENT) {
      List<Item> items = new ArrayList<>();
      for (Refused r : refused.subList(from, Math.min(refused.size(), from + ITEMS_PER_EVENT))) {
        items.add(Item.of(r, now));
      }
      outbox.append(REFUSED, new Body(items));
    }
  }

  private record Body(List<Item> messages) {}

  private record Item(
      long messageId,
      long sendingId,
      String serviceName,
      String apiUser,
      long settingsVersion,
      long amount,
      int dlr,
      int ptt,
      Instant at) {

    static Item of(Refused r, Instant at) {
      return new Item(
          r.messageId(),
          r.sendingId(),
          r.serviceName(),
          r.apiUser(),
          r.settingsVersion(),
          r.amount(),
          DLR_NOT_BILLED,
          r.ptt(),
          at);
    }
  }
}
