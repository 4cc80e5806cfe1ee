package io.facteur.billing.hold;

/**
 * What messaging is told about one sending.
 *
 * @param available thousandths of a credit that were left for the account after this answer
 */
public record HoldAnswer(long sendingId, HoldOutcome outcome, long available) {}
