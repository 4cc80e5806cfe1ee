package io.facteur.messaging.settings;

/** The fields that messaging reads of {@code facteur.users.account.*}. */
public record AccountFact(
    String serviceName, long version, String customer, String country, String status) {}
