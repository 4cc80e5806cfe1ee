package io.facteur.messaging.receiver;

import java.time.OffsetDateTime;

/**
 * {@code sms.Receiver}.
 *
 * @param canAutoUpdate whether there is a URL to read again
 * @param datetime of the last reading
 * @param records contacts with a number, each number once
 */
public record ReceiverView(
    boolean autoUpdate,
    boolean canAutoUpdate,
    OffsetDateTime datetime,
    String description,
    int records,
    int slotId) {}
