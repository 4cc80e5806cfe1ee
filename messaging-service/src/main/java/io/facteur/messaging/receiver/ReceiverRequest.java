package io.facteur.messaging.receiver;

/**
 * Body of {@code POST /sms/{serviceName}/receivers} (reference, section 2). Numbers may come as
 * text.
 *
 * @param autoUpdate whether the file is read again before each job; null means false
 * @param slotId 1 to 9
 */
public record ReceiverRequest(
    Boolean autoUpdate, String csvUrl, String description, String documentId, Long slotId) {}
