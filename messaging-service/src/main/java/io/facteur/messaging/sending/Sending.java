package io.facteur.messaging.sending;

import java.time.Instant;
import java.util.List;

/**
 * A request to send whose credits are held: with one transaction it becomes accepted, and its
 * messages will be sent or paid back whatever process dies.
 *
 * @param priority 0 (high) to 3 (veryLow)
 * @param messageClass 0 flash, 2 SIM, 3 external device, null for the phone's own choice
 * @param scheduledAt null for at once
 * @param link the link that carries it
 * @param idempotency null when the client gave no key
 */
public record Sending(
    long id,
    String serviceName,
    String apiUser,
    long settingsVersion,
    String sender,
    String tag,
    String text,
    boolean ucs2,
    Short messageClass,
    short priority,
    Instant createdAt,
    Instant scheduledAt,
    Instant expiresAt,
    String link,
    Idempotency idempotency,
    List<NewMessage> messages) {

  /**
   * The client's own key for the request, so that a repeat is answered and not sent again.
   *
   * @param bodyHash tells a repeat from another request under the same key
   * @param answer what a repeat is answered
   */
  public record Idempotency(String key, String bodyHash, String answer) {}

  public Sending {
    messages = List.copyOf(messages);
  }

  /** The same sending under a client's key. */
  public Sending under(Idempotency key) {
    return new Sending(
        id,
        serviceName,
        apiUser,
        settingsVersion,
        sender,
        tag,
        text,
        ucs2,
        messageClass,
        priority,
        createdAt,
        scheduledAt,
        expiresAt,
        link,
        key,
        messages);
  }

  /** What was held for it, in thousandths of a credit. */
  public long amount() {
    return messages.stream().mapToLong(NewMessage::amount).sum();
  }
}
