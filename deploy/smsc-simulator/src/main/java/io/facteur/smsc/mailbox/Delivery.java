package io.facteur.smsc.mailbox;

/** Something for an ESME: it becomes a deliver_sm, again and again until it is acknowledged. */
public interface Delivery {

  /** The deliver_sm with this sequence number. */
  byte[] pdu(int sequence);

  /** The ESME has it, or refused it for good. */
  default void done() {}
}
