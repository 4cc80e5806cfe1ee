package io.facteur.messaging.dispatch;

import io.facteur.messaging.text.Encoding;

/** SMPP data_coding with a message class (3GPP TS 23.038, section 4: coding group 0001). */
final class DataCoding {

  private static final int HAS_CLASS = 0x10;

  private DataCoding() {}

  /**
   * The octet for an encoding and a class.
   *
   * @param messageClass 0 flash, 1 phone, 2 SIM, 3 external device, or null for none
   */
  static byte of(Encoding encoding, Short messageClass) {
    if (messageClass == null) {
      return encoding.dataCoding();
    }
    return (byte) (encoding.dataCoding() | HAS_CLASS | (messageClass & 0x03));
  }
}
