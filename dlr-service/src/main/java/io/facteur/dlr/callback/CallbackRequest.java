package io.facteur.dlr.callback;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Instant;

/**
 * A change of a message's state that its customer may want to hear of.
 *
 * @param change the how many-th of this message; with the message's id it names the call
 * @param settingsVersion the call waits until at least this version of the account is known
 */
public record CallbackRequest(
    long messageId,
    int change,
    String serviceName,
    long settingsVersion,
    DeliveryState state,
    Instant at) {

  CallbackKey key() {
    return new CallbackKey(messageId, change);
  }

  /** Whether a later change of the message makes it worthless. */
  boolean passing() {
    return !state.isFinal();
  }
}
