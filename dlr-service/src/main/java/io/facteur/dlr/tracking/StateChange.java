package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Instant;

/**
 * A message reached another state.
 *
 * @param ordinal the how many-th change of this message, from 1
 */
record StateChange(MessageKey key, Owner owner, int ordinal, DeliveryState state, Instant at) {}
