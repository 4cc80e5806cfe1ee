package io.facteur.billing.hold;

import java.time.Instant;
import java.util.List;

/**
 * What messaging asks in one AMQP message.
 *
 * @param deadline after it nobody waits for the answer
 */
public record HoldRequest(Instant deadline, List<HoldItem> holds) {

  public HoldRequest {
    if (deadline == null || holds == null) {
      throw new IllegalArgumentException("hold request without deadline or holds");
    }
    holds = List.copyOf(holds);
  }
}
