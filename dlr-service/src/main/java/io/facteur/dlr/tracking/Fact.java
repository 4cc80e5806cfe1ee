package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Instant;

/** Something that was learnt about one message. */
sealed interface Fact {

  /** When it happened. */
  Instant at();

  /**
   * A segment was handed to an operator.
   *
   * @param segment from 0, below {@code segments}
   * @param operatorId null when the operator's answer was never heard
   * @param expiresAt the end of the message's validity
   */
  record Submitted(
      int segment, int segments, String link, String operatorId, Instant at, Instant expiresAt)
      implements Fact {}

  /** An operator reported on one submission. */
  record Reported(String link, String operatorId, DeliveryState state, Instant at)
      implements Fact {}

  /** Messaging gave the message up before any operator took it. */
  record Refused(DeliveryState state, Instant at) implements Fact {}

  /** What was awaited did not come in time. */
  record Silence(Instant at) implements Fact {}
}
