package io.facteur.smsc.session;

import org.jsmpp.SMPPConstant;

/** What a session is bound for. */
enum BindMode {
  TRANSMITTER(true, false),
  RECEIVER(false, true),
  TRANSCEIVER(true, true);

  private final boolean submits;
  private final boolean receives;

  BindMode(boolean submits, boolean receives) {
    this.submits = submits;
    this.receives = receives;
  }

  static BindMode of(int commandId) {
    return switch (commandId) {
      case SMPPConstant.CID_BIND_TRANSMITTER -> TRANSMITTER;
      case SMPPConstant.CID_BIND_RECEIVER -> RECEIVER;
      default -> TRANSCEIVER;
    };
  }

  boolean submits() {
    return submits;
  }

  boolean receives() {
    return receives;
  }
}
