package io.facteur.gateway.upstream;

import java.util.Locale;

/** The services behind the gateway. */
public enum Service {
  USERS,
  MESSAGING,
  BILLING,
  DLR;

  /** As it reads in messages and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
