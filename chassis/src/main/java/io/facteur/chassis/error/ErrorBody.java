package io.facteur.chassis.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The body of every refusal, in OVH's shape (API reference, section 5.5).
 *
 * @param errorClass such as {@code Client::BadRequest}
 * @param message names the field, its problem and the remedy
 * @param httpCode status and reason, such as {@code "400 Bad Request"}; a string, as OVH has it
 * @param errorCode such as {@code NOT_GRANTED_CALL}; absent where the class says enough
 * @param details more about the refusal, text by name; absent when there is nothing to add
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErrorBody(
    @JsonProperty("class") String errorClass,
    String message,
    String httpCode,
    String errorCode,
    Map<String, String> details) {}
