package io.facteur.smsc.wire;

import java.io.IOException;

/** What came is no PDU; nothing after it can be read. */
public final class MalformedPduException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedPduException(String message) {
    super(message);
  }
}
