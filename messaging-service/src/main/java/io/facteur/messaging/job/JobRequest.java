package io.facteur.messaging.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Body of {@code POST /sms/{serviceName}/jobs} (reference, section 2). Everything but the message
 * may be absent or null; numbers may come as text.
 *
 * @param differedPeriod minutes until it is sent; OVH's spelling
 * @param validityPeriod minutes that the operator may try
 * @param messageClass {@code class}: flash, phoneDisplay, sim or toolkit
 */
public record JobRequest(
    String message,
    List<String> receivers,
    String receiversDocumentUrl,
    String receiversSlotId,
    String sender,
    Boolean senderForResponse,
    Boolean noStopClause,
    Long differedPeriod,
    Long validityPeriod,
    String priority,
    @JsonProperty("class") String messageClass,
    String coding,
    String charset,
    String tag) {}
