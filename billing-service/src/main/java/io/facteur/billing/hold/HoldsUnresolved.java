package io.facteur.billing.hold;

import java.util.List;

/** Body of {@code facteur.billing.holds.unresolved.v1}: what became of these sendings? */
record HoldsUnresolved(List<UnresolvedHold> holds) {

  static final String TYPE = "facteur.billing.holds.unresolved.v1";

  HoldsUnresolved {
    holds = List.copyOf(holds);
  }

  /** A sending whose credits are still held. */
  record UnresolvedHold(long sendingId, String serviceName) {}
}
