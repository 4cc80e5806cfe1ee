package io.facteur.smsc.mailbox;

import io.facteur.smsc.script.Outcome;
import io.facteur.smsc.state.Slots;
import java.nio.ByteBuffer;

/** A receipt as it is written down: 127 octets hold the longest that SMPP allows. */
record ReceiptRecord(String systemId, ReceiptDelivery receipt) {

  void write(ByteBuffer octets) {
    Outcome outcome = receipt.outcome();
    octets.putLong(receipt.operatorId());
    octets.putLong(receipt.submittedAtMillis()).putLong(receipt.doneAtMillis());
    octets.putShort((short) outcome.err()).put(outcome.messageState());
    octets.put((byte) (outcome.intermediate() ? 1 : 0));
    Slots.putText(octets, outcome.stat());
    Slots.putText(octets, systemId);
    Slots.putText(octets, receipt.sender());
    Slots.putText(octets, receipt.receiver());
    Slots.putText(octets, receipt.beginning());
  }

  static ReceiptRecord read(ByteBuffer octets) {
    long id = octets.getLong();
    long submittedAt = octets.getLong();
    long doneAt = octets.getLong();
    int err = octets.getShort();
    byte state = octets.get();
    boolean intermediate = octets.get() == 1;
    Outcome outcome = new Outcome(Slots.getText(octets), err, state, intermediate);
    String systemId = Slots.getText(octets);
    String sender = Slots.getText(octets);
    String receiver = Slots.getText(octets);
    String beginning = Slots.getText(octets);
    return new ReceiptRecord(
        systemId,
        new ReceiptDelivery(id, sender, receiver, outcome, beginning, submittedAt, doneAt));
  }
}
