package io.facteur.messaging.link;

/** A link as it is shown: everything but its password. */
public record LinkView(
    String name,
    String host,
    int port,
    String systemId,
    boolean tls,
    int window,
    int throughput,
    int priority,
    boolean enabled) {}
