package io.facteur.billing.hold;

import java.time.Instant;

/**
 * A request that waits for its answer.
 *
 * @param done to be run when it is dealt with, whatever came of it
 */
record PendingRequest(HoldRequest request, String replyTo, String correlationId, Runnable done) {

  boolean isLate(Instant now) {
    return !now.isBefore(request.deadline());
  }

  int size() {
    return request.holds().size();
  }
}
