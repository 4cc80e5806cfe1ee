package io.facteur.messaging.text;

/** How a text travels, with the room that a segment has (3GPP TS 23.040, section 9.2.3.24.1). */
public enum Encoding {
  /** 160 septets, or 153 each when the message has several segments. */
  GSM7(160, 153, (byte) 0x00, "7bits"),
  /** 70 UTF-16 units, or 67 each when the message has several segments. */
  UCS2(70, 67, (byte) 0x08, "unicode");

  private final int single;
  private final int joined;
  private final byte dataCoding;
  private final String ovhName;

  Encoding(int single, int joined, byte dataCoding, String ovhName) {
    this.single = single;
    this.joined = joined;
    this.dataCoding = dataCoding;
    this.ovhName = ovhName;
  }

  /** Units in a message of one segment. */
  public int single() {
    return single;
  }

  /** Units in each segment of a longer message; the UDH takes the rest. */
  public int joined() {
    return joined;
  }

  /** SMPP data_coding without a message class (SMPP 3.4, section 5.2.19). */
  public byte dataCoding() {
    return dataCoding;
  }

  /** {@code sms.EncodingEnum}. */
  public String ovhName() {
    return ovhName;
  }

  /** Units of one character in this encoding. */
  int units(char c) {
    return this == UCS2 ? 1 : Gsm7.septets(c);
  }
}
