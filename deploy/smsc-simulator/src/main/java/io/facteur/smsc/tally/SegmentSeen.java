package io.facteur.smsc.tally;

/** The content of a segment, undecoded. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SegmentSeen(
    String sender,
    String receiver,
    byte dataCoding,
    byte[] header,
    byte[] body,
    int number,
    int total) {}
