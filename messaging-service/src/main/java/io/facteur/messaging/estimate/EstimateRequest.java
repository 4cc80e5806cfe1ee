package io.facteur.messaging.estimate;

/**
 * Body of {@code POST /sms/estimate}.
 *
 * @param noStopClause null means false, as in a job
 * @param senderType {@code sms.TypeSenderEnum}; null means alpha
 */
public record EstimateRequest(String message, Boolean noStopClause, String senderType) {}
