package io.facteur.gateway.account;

/**
 * What the gateway must know of an SMS account to let a call through to it.
 *
 * @param serviceName such as {@code sms-fa00001-1}
 * @param customer whose it is
 * @param settingsVersion of its settings, told to the services with each call
 */
public record Account(String serviceName, String customer, long settingsVersion) {}
