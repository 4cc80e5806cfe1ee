package io.facteur.billing.hold;

import com.fasterxml.jackson.annotation.JsonValue;

/** The answers that a sending can get; the names are part of the contract. */
public enum HoldOutcome {
  /** The credits are set aside. */
  HELD("held"),
  /** The account has less than that. */
  NO_CREDIT("noCredit"),
  /** The API user's quota has less than that. */
  QUOTA_REACHED("quotaReached"),
  /** The account is disabled or closed. */
  ACCOUNT_DISABLED("accountDisabled"),
  /** Billing has not heard of the account. */
  UNKNOWN_ACCOUNT("unknownAccount"),
  /** Messaging gave this sending up before. */
  VOIDED("voided");

  private final String text;

  HoldOutcome(String text) {
    this.text = text;
  }

  @JsonValue
  public String text() {
    return text;
  }

  static HoldOutcome of(String text) {
    for (HoldOutcome outcome : values()) {
      if (outcome.text.equals(text)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("no outcome: " + text);
  }
}
