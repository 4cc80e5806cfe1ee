package io.facteur.messaging.smpp;

/** A PDU that waits to be written. */
interface Outgoing {

  byte[] pdu();

  /**
   * From here on octets of it may have reached the operator. Called under the connection's lock:
   * once the connection is closed it is not called any more.
   */
  void leaves();

  /** A PDU whose fate nobody asks for. */
  static Outgoing of(byte[] pdu) {
    return new Outgoing() {
      @Override
      public byte[] pdu() {
        return pdu;
      }

      @Override
      public void leaves() {
        // Nobody asks.
      }
    };
  }
}
