package io.facteur.smsc.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one session was sent and has not acknowledged, oldest first. Guarded by its mailbox. */
final class Outstanding {

  /** The operator's window towards an ESME. */
  private static final int WINDOW = 1_000;

  private record Sent(Delivery delivery, long atNanos) {}

  private final Recipient session;
  private final Map<Integer, Sent> sent = new LinkedHashMap<>();

  Outstanding(Recipient session) {
    this.session = session;
  }

  Recipient session() {
    return session;
  }

  boolean hasRoom() {
    return sent.size() < WINDOW;
  }

  int size() {
    return sent.size();
  }

  void send(Delivery delivery) {
    int sequence = session.nextSequence();
    sent.put(sequence, new Sent(delivery, System.nanoTime()));
    session.send(delivery.pdu(sequence));
  }

  /** The delivery with this sequence number, or null when it is not, or no longer, waited for. */
  Delivery remove(int sequence) {
    Sent found = sent.remove(sequence);
    return found == null ? null : found.delivery();
  }

  List<Delivery> removeAll() {
    List<Delivery> all = sent.values().stream().map(Sent::delivery).toList();
    sent.clear();
    return all;
  }

  List<Delivery> removeOlderThan(long millis) {
    List<Delivery> old = new ArrayList<>();
    long limit = System.nanoTime() - millis * 1_000_000;
    var oldest = sent.values().iterator();
    while (oldest.hasNext()) {
      Sent candidate = oldest.next();
      if (candidate.atNanos() - limit > 0) {
        break;
      }
      old.add(candidate.delivery());
      oldest.remove();
    }
    return old;
  }
}
