package io.facteur.messaging.job;

/** {@code sms.ClassEnum} with the class that goes over the air (3GPP TS 23.038, section 4). */
enum MessageClass {
  FLASH("flash", (short) 0),
  PHONE_DISPLAY("phoneDisplay", null),
  SIM("sim", (short) 2),
  TOOLKIT("toolkit", (short) 3);

  private final String ovhName;
  private final Short code;

  MessageClass(String ovhName, Short code) {
    this.ovhName = ovhName;
    this.code = code;
  }

  /** Null leaves it to the phone, which is what an SMS without a class does. */
  Short code() {
    return code;
  }

  @Override
  public String toString() {
    return ovhName;
  }
}
