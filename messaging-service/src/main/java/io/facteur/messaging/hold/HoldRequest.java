package io.facteur.messaging.hold;

/**
 * May these credits be spent?
 *
 * @param amount thousandths of a credit, above 0
 */
public record HoldRequest(long sendingId, String serviceName, String apiUser, long amount) {}
