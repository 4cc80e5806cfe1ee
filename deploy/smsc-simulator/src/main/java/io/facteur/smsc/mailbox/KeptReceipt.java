package io.facteur.smsc.mailbox;

import io.facteur.smsc.state.Slots;

/** A receipt that is written down until the ESME has it. */
record KeptReceipt(ReceiptDelivery receipt, Slots slots, int place) implements Delivery {

  @Override
  public byte[] pdu(int sequence) {
    return receipt.pdu(sequence);
  }

  @Override
  public void done() {
    slots.free(place);
  }
}
