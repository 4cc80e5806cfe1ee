package io.facteur.billing.hold;

import java.util.Locale;

/**
 * The life of a hold: refused at once, or held until messaging says that the sending was accepted
 * (posted) or given up (voided). A tombstone is a sending that was given up before its hold came.
 * Only {@link #HELD} changes, once.
 */
public enum HoldState {
  HELD,
  POSTED,
  VOIDED,
  REFUSED,
  TOMBSTONE;

  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static HoldState of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
