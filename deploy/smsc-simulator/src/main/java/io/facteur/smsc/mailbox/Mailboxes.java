package io.facteur.smsc.mailbox;

import io.facteur.smsc.behaviour.Behaviour;
import io.facteur.smsc.state.Slots;
import io.facteur.smsc.timer.Timer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The mailboxes of all ESMEs that ever bound. */
public final class Mailboxes {

  private static final int MAX_SYSTEM_IDS = 1_000;
  private static final long RESEND_CHECK_MILLIS = 500;
  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final Timer timer;
  private final Slots slots;
  private volatile String lastBound;

  /**
   * Mailboxes with what an earlier process left.
   *
   * @param timer sends again what was not acknowledged
   * @param slots where receipts are written down
   */
  public Mailboxes(Timer timer, Behaviour behaviour, Slots slots) {
    this.timer = timer;
    this.slots = slots;
    slots.forEach(this::restore);
    timer.every(
        RESEND_CHECK_MILLIS,
        () -> mailboxes.values().forEach(m -> m.resend(behaviour.receiptTimeoutMillis())));
  }

  private void restore(int place, ByteBuffer octets) {
    ReceiptRecord written = ReceiptRecord.read(octets);
    long millis = written.receipt().doneAtMillis() - System.currentTimeMillis();
    KeptReceipt kept = new KeptReceipt(written.receipt(), slots, place);
    mailbox(written.systemId()).postLater(kept, millis);
  }

  private Mailbox mailbox(String systemId) {
    return mailboxes.computeIfAbsent(systemId, id -> new Mailbox(id, timer, slots));
  }

  /** The mailbox of an ESME; empty when there are too many ESMEs. */
  public Optional<Mailbox> bound(String systemId) {
    if (mailboxes.size() >= MAX_SYSTEM_IDS && !mailboxes.containsKey(systemId)) {
      return Optional.empty();
    }
    lastBound = systemId;
    return Optional.of(mailbox(systemId));
  }

  /** The mailbox of an ESME that has bound before; null asks for the one that bound last. */
  public Optional<Mailbox> find(String systemId) {
    String wanted = systemId == null ? lastBound : systemId;
    return wanted == null ? Optional.empty() : Optional.ofNullable(mailboxes.get(wanted));
  }

  /** The counts of all together. */
  public MailboxCounts counts() {
    return mailboxes.values().stream()
        .map(Mailbox::counts)
        .reduce(new MailboxCounts(0, 0, 0, 0), MailboxCounts::plus);
  }

  /** Counts from zero again; what is pending stays, or messages would never become final. */
  public void resetCounts() {
    mailboxes.values().forEach(Mailbox::resetCounts);
  }
}
