package io.facteur.messaging.smpp;

import java.time.Duration;

/**
 * How to reach one operator over SMPP 3.4, as a transceiver.
 *
 * @param name the link's name in events, logs and metrics
 * @param host the operator's address
 * @param port its TCP port
 * @param systemId at most 15 characters
 * @param password at most 8 characters, as SMPP has it; never logged
 * @param window submits outstanding at once; the caller keeps to it, the link has room for it
 * @param enquireLink silence after which the link asks whether the other side lives
 * @param responseTimer wait for an answer; then the session is closed, its outcomes are unknown
 * @param tls whether the connection is TLS, with the host's name checked
 * @param bindTimeoutMillis wait for the connection, and again for the answer to the bind
 * @param messageIdFormat how this operator writes its message ids
 */
public record LinkSettings(
    String name,
    String host,
    int port,
    String systemId,
    String password,
    int window,
    Duration enquireLink,
    Duration responseTimer,
    boolean tls,
    int bindTimeoutMillis,
    MessageIdFormat messageIdFormat) {

  /** Settings as most operators want them: window 100, enquire_link 30 s, response timer 60 s. */
  public static LinkSettings of(
      String name, String host, int port, String systemId, String password) {
    return new LinkSettings(
        name,
        host,
        port,
        systemId,
        password,
        100,
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        false,
        5_000,
        MessageIdFormat.SAME);
  }

  /** The same link with another window. */
  public LinkSettings withWindow(int submits) {
    return new LinkSettings(
        name,
        host,
        port,
        systemId,
        password,
        submits,
        enquireLink,
        responseTimer,
        tls,
        bindTimeoutMillis,
        messageIdFormat);
  }

  /** The same link with other timers. */
  public LinkSettings withTimers(Duration enquire, Duration response) {
    return new LinkSettings(
        name,
        host,
        port,
        systemId,
        password,
        window,
        enquire,
        response,
        tls,
        bindTimeoutMillis,
        messageIdFormat);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "link=%s host=%s:%d systemId=%s window=%d".formatted(name, host, port, systemId, window);
  }
}
