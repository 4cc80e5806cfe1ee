package io.facteur.users.account;

/**
 * An account as the gateway and the operator see it.
 *
 * @param serviceName its name
 * @param customer id of its owner
 * @param settingsVersion version of its settings, from 1
 * @param status whether it may send
 * @param description the owner's words
 */
record AccountReference(
    String serviceName,
    String customer,
    long settingsVersion,
    AccountStatus status,
    String description) {}
