package io.facteur.messaging.job;

/** {@code sms.PriorityEnum}; the code is that of the dispatcher's classes. */
enum Priority {
  HIGH(0, "high"),
  MEDIUM(1, "medium"),
  LOW(2, "low"),
  VERY_LOW(3, "veryLow");

  private final short code;
  private final String ovhName;

  Priority(int code, String ovhName) {
    this.code = (short) code;
    this.ovhName = ovhName;
  }

  /** The number in the database, and the dispatcher's. */
  short code() {
    return code;
  }

  @Override
  public String toString() {
    return ovhName;
  }
}
