package io.facteur.messaging.job;

import java.util.List;

/**
 * {@code sms.SmsSendingReport}: one id per valid receiver, in the same order.
 *
 * @param totalCreditsRemoved credits, with up to three decimals
 * @param creditsLeft credits that are left; null when nothing was charged
 */
public record SendingReport(
    double totalCreditsRemoved,
    List<String> invalidReceivers,
    List<Long> ids,
    List<String> validReceivers,
    String tag,
    Double creditsLeft) {}
