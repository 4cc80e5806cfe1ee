package io.facteur.messaging.sender;

/** {@code sms.Sender}. */
public record SenderView(
    String sender,
    String type,
    String description,
    SenderStatus status,
    String comment,
    String referer,
    String validationMedia) {}
