package io.facteur.dlr.ptt;

/**
 * One code of the catalogue.
 *
 * @param code as in {@code ptt} of a message
 * @param comment a few words, as a list would show them
 * @param description a sentence that says what happened
 * @param failure whether an operator can name it as the reason of a failure
 */
public record Ptt(
    int code, String comment, String description, PttDuration duration, boolean failure) {}
