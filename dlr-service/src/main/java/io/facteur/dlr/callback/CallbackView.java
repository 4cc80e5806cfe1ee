package io.facteur.dlr.callback;

import java.time.Instant;

/**
 * A call as the operator of the platform sees it.
 *
 * @param id to be used for a replay
 * @param date of the state that it tells
 * @param url null while the account's settings are awaited
 * @param state {@code waiting} for settings, {@code due}, or {@code dead}
 * @param problem of the last attempt, or null
 */
public record CallbackView(
    String id,
    String serviceName,
    long messageId,
    int dlr,
    int ptt,
    Instant date,
    String url,
    String state,
    int attempts,
    Instant dueAt,
    String problem) {}
