package io.facteur.smsc.tally;

/**
 * The counts of a {@link Tally} at one moment.
 *
 * @param submits submit_sm that came, whatever the answer
 * @param accepted those that were accepted
 * @param distinct receiver, text and segment counted once
 * @param duplicates accepted again with the same receiver, text and segment
 * @param distinctFull whether the set of keys is full: {@code distinct} is then too high
 * @param throttled answered with throttled or queue full
 * @param refused answered with another error
 * @param kept segments whose content can still be asked for
 * @param lastSecond submits in the last whole second
 * @param peakSecond submits in the best second
 * @param averagePerSecond submits per second between the first and the last
 */
public record TallyView(
    long submits,
    long accepted,
    long distinct,
    long duplicates,
    boolean distinctFull,
    long throttled,
    long refused,
    int kept,
    long lastSecond,
    long peakSecond,
    long averagePerSecond,
    long firstAtMillis,
    long lastAtMillis) {}
