package io.facteur.smsc.mailbox;

import io.facteur.smsc.state.Slots;
import io.facteur.smsc.timer.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsmpp.SMPPConstant;

/**
 * What waits for one system_id: kept while nobody is bound, sent to whichever of its sessions has
 * room, sent again when the session ends or stays silent.
 */
public final class Mailbox {

  /** Beyond it the operator's queue is full: submits are refused, no receipt is ever dropped. */
  static final int MAX_PENDING = 500_000;

  private static final long REDELIVERY_MILLIS = 1_000;
  private final String systemId;
  private final Timer timer;
  private final Slots slots;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private final List<Outstanding> sessions = new ArrayList<>();
  private int scheduled;
  private long sent;
  private long acknowledged;
  private long rejected;

  Mailbox(String systemId, Timer timer, Slots slots) {
    this.systemId = systemId;
    this.timer = timer;
    this.slots = slots;
  }

  /** Whether another message's receipts may be taken on. */
  public synchronized boolean hasRoom() {
    return pending() < MAX_PENDING && (slots.hasRoom() || !slots.isPersistent());
  }

  /** Writes a receipt down, before its message is acknowledged; to be posted afterwards. */
  public Delivery keep(ReceiptDelivery receipt) {
    int place = slots.write(octets -> new ReceiptRecord(systemId, receipt).write(octets));
    return new KeptReceipt(receipt, slots, place);
  }

  /** Sends it as soon as a session has room. */
  public synchronized void post(Delivery delivery) {
    waiting.addLast(delivery);
    pump();
  }

  /** Sends it after a while, at once when that is 0 or less. */
  public synchronized void postLater(Delivery delivery, long millis) {
    if (millis <= 0) {
      post(delivery);
      return;
    }
    scheduled++;
    timer.after(millis, () -> due(delivery));
  }

  private synchronized void due(Delivery delivery) {
    scheduled--;
    post(delivery);
  }

  /** A session that receives was bound. */
  public synchronized void join(Recipient session) {
    sessions.add(new Outstanding(session));
    pump();
  }

  /** A session ended: what it did not acknowledge goes to the front of the queue. */
  public synchronized void leave(Recipient session) {
    Outstanding left = of(session);
    if (left != null) {
      sessions.remove(left);
      putBack(left.removeAll());
    }
  }

  /** A deliver_sm_resp came. */
  public synchronized void answered(Recipient session, int sequence, int status) {
    Outstanding outstanding = of(session);
    Delivery delivery = outstanding == null ? null : outstanding.remove(sequence);
    if (delivery == null) {
      return;
    }
    switch (status) {
      case 0 -> {
        acknowledged++;
        delivery.done();
      }
      case SMPPConstant.STAT_ESME_RX_P_APPN, SMPPConstant.STAT_ESME_RX_R_APPN -> {
        rejected++;
        delivery.done();
      }
      default -> postLater(delivery, REDELIVERY_MILLIS);
    }
    pump();
  }

  /** Sends again what got no answer for so long. */
  synchronized void resend(long timeoutMillis) {
    for (Outstanding session : sessions) {
      putBack(session.removeOlderThan(timeoutMillis));
    }
    pump();
  }

  private void putBack(List<Delivery> deliveries) {
    for (int i = deliveries.size() - 1; i >= 0; i--) {
      waiting.addFirst(deliveries.get(i));
    }
    pump();
  }

  private void pump() {
    while (!waiting.isEmpty()) {
      Outstanding session = leastBusy();
      if (session == null) {
        return;
      }
      session.send(waiting.removeFirst());
      sent++;
    }
  }

  private Outstanding leastBusy() {
    Outstanding found = null;
    for (Outstanding session : sessions) {
      if (session.hasRoom() && (found == null || session.size() < found.size())) {
        found = session;
      }
    }
    return found;
  }

  private Outstanding of(Recipient session) {
    for (Outstanding candidate : sessions) {
      if (candidate.session() == session) {
        return candidate;
      }
    }
    return null;
  }

  private int pending() {
    int pending = scheduled + waiting.size();
    for (Outstanding session : sessions) {
      pending += session.size();
    }
    return pending;
  }

  synchronized MailboxCounts counts() {
    return new MailboxCounts(sent, acknowledged, rejected, pending());
  }

  synchronized void resetCounts() {
    sent = 0;
    acknowledged = 0;
    rejected = 0;
  }
}
