package io.facteur.smsc.tally;

import io.facteur.smsc.text.Coding;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A segment as the control API shows it.
 *
 * @param udh the user data header without its length octet, hexadecimal
 * @param segment from 1
 * @param submissions how often it came, whatever the answer
 * @param accepted how often it was accepted; above 1 the handset got it twice
 * @param operatorId the id of the last acceptance; null when there was none
 * @param lastStatus the command_status of the last answer
 */
public record MessageView(
    String receiver,
    String sender,
    String text,
    String coding,
    int dataCoding,
    boolean flash,
    String udh,
    int segment,
    int segments,
    int submissions,
    int accepted,
    String operatorId,
    int lastStatus,
    Instant firstAt,
    Instant lastAt) {

  static MessageView of(KeptMessage message) {
    SegmentSeen seen = message.segment;
    Coding coding = Coding.of(seen.dataCoding());
    return new MessageView(
        seen.receiver(),
        seen.sender(),
        coding.decode(seen.body()),
        coding.name().toLowerCase(java.util.Locale.ROOT),
        seen.dataCoding() & 0xff,
        Coding.isFlash(seen.dataCoding()),
        HexFormat.of().formatHex(seen.header()),
        seen.number(),
        seen.total(),
        message.submissions,
        message.accepted,
        message.accepted == 0 ? null : Long.toHexString(message.operatorId),
        message.lastStatus,
        Instant.ofEpochMilli(message.firstAtMillis),
        Instant.ofEpochMilli(message.lastAtMillis));
  }
}
