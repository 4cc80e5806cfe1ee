package io.facteur.billing.account;

import java.util.Locale;

/** Whether an SMS account may spend. */
public enum AccountStatus {
  ENABLE,
  DISABLE,
  /** The end; its credits stay where they are. */
  CLOSED;

  /** As the API and the table write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static AccountStatus of(String text) {
    return valueOf(String.valueOf(text).toUpperCase(Locale.ROOT));
  }
}
