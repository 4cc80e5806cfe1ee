package io.facteur.messaging.job;

/** {@code sms.CodingEnum}: 7bit leaves the choice to the text, 8bit forces UCS-2. */
enum Coding {
  SEVEN_BIT("7bit"),
  EIGHT_BIT("8bit");

  private final String ovhName;

  Coding(String ovhName) {
    this.ovhName = ovhName;
  }

  @Override
  public String toString() {
    return ovhName;
  }
}
