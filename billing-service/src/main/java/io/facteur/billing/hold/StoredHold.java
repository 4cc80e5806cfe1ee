package io.facteur.billing.hold;

/** What was answered before. */
record StoredHold(long sendingId, HoldState state, HoldOutcome outcome, long available) {

  /** The same answer again, except that what was given up since stays given up. */
  HoldAnswer answer() {
    return switch (state) {
      case VOIDED, TOMBSTONE -> new HoldAnswer(sendingId, HoldOutcome.VOIDED, available);
      case HELD, POSTED, REFUSED -> new HoldAnswer(sendingId, outcome, available);
    };
  }
}
