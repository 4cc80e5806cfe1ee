package io.facteur.messaging.sender;

/** Body of {@code POST /sms/{serviceName}/senders}. */
public record SenderRequest(String sender, String description, String reason) {}
