package io.facteur.billing.hold;

import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A request that waits for its answer.
 *
 * @param message to acknowledge when it is dealt with, whatever came of it
 */
record PendingRequest(
    HoldRequest request, String replyTo, String correlationId, Message<?> message) {

  boolean isLate(Instant now) {
    return !now.isBefore(request.deadline());
  }

  int size() {
    return request.holds().size();
  }
}
