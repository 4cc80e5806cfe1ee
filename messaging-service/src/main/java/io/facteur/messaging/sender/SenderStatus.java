package io.facteur.messaging.sender;

import com.fasterxml.jackson.annotation.JsonValue;

/** {@code sms.StatusSenderEnum}. Only an enabled sender may send. */
public enum SenderStatus {
  DISABLE("disable"),
  ENABLE("enable"),
  REFUSED("refused"),
  WAITING_VALIDATION("waitingValidation");

  private final String ovhName;

  SenderStatus(String ovhName) {
    this.ovhName = ovhName;
  }

  @JsonValue
  String ovhName() {
    return ovhName;
  }
}
