package io.facteur.smsc.behaviour;

/**
 * Settings of {@link Behaviour}; null leaves one as it is.
 *
 * @param stopReading whether sessions stop reading their sockets
 * @param delayMillis how long each answer to a submit is held back
 * @param submitsPerSecond submits above it are throttled; 0 throttles all, -1 none
 * @param refuseBinds whether binds fail
 * @param receiptTimeoutMillis how long an unanswered deliver_sm waits before it is sent again
 */
public record BehaviourSettings(
    Boolean stopReading,
    Long delayMillis,
    Integer submitsPerSecond,
    Boolean refuseBinds,
    Long receiptTimeoutMillis) {}
