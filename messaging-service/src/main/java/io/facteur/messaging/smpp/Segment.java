package io.facteur.messaging.smpp;

import java.time.Duration;

/**
 * One segment on its way to the operator: what becomes one {@code submit_sm} (SMPP 3.4, 4.4).
 *
 * @param messageId the message that this segment is a part of
 * @param index position in the message, from 0
 * @param total segments of the message, at least 1
 * @param sender what the handset shows: digits, or up to 11 alphanumeric characters
 * @param receiver an MSISDN in international form, with or without a leading {@code +}
 * @param shortMessage at most 254 octets, the user data header included; not copied, so leave it
 *     alone
 * @param udh whether {@code shortMessage} begins with a user data header
 * @param dataCoding 0 for the default alphabet (one octet per character), 8 for UCS-2
 * @param flash whether the handset shows it at once (message class 0)
 * @param validity how long the operator may try; null leaves that to the operator
 * @param receipt whether a delivery receipt is asked for
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a hot path: the octets are written once and never compared
public record Segment(
    long messageId,
    int index,
    int total,
    String sender,
    String receiver,
    byte[] shortMessage,
    boolean udh,
    byte dataCoding,
    boolean flash,
    Duration validity,
    boolean receipt) {}
