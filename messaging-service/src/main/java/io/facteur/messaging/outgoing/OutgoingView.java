package io.facteur.messaging.outgoing;

import java.time.OffsetDateTime;

/**
 * {@code sms.Outgoing}, and with the same fields {@code sms.Job}: one message as its account sees
 * it.
 *
 * @param credits what it cost; 0 once it was paid back
 * @param differedDelivery minutes between its creation and its planned time
 * @param messageLength characters, an extension character of GSM 7-bit as two
 * @param numberOfSms segments
 */
public record OutgoingView(
    long id,
    OffsetDateTime creationDatetime,
    double credits,
    OffsetDateTime deliveredAt,
    int deliveryReceipt,
    long differedDelivery,
    String message,
    int messageLength,
    int numberOfSms,
    int ptt,
    String receiver,
    String sender,
    OffsetDateTime sentAt,
    String tag,
    String tariffCode,
    String batchID,
    String messageID) {}
