package io.facteur.smsc.mailbox;

/** A session that is bound to receive. */
public interface Recipient {

  /** A sequence number that this session has not used yet. */
  int nextSequence();

  /** Sends a PDU without blocking. */
  void send(byte[] pdu);
}
