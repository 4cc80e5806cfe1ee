package io.facteur.messaging.smpp;

import java.time.Instant;

/**
 * What an operator reports about one segment.
 *
 * @param operatorId the id that it gave in {@code submit_sm_resp}, normalised: lower case, no
 *     leading zeros, hexadecimal when the operator mixes bases
 * @param stat {@code DELIVRD}, {@code EXPIRED}, {@code DELETED}, {@code UNDELIV}, {@code ACCEPTD},
 *     {@code UNKNOWN}, {@code REJECTD}, {@code ENROUTE} (SMPP 3.4, appendix B), or what else the
 *     operator wrote, in upper case
 * @param err the operator's error code as written, {@code 000} when there is none
 * @param at when it came in: the receipt's own date has no time zone and no seconds
 */
public record Receipt(String operatorId, String stat, String err, Instant at) {}
