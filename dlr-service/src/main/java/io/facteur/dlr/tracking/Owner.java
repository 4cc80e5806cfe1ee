package io.facteur.dlr.tracking;

/**
 * Whose message it is.
 *
 * @param apiUser null when the account itself sent it
 * @param settingsVersion of the account, when the message was accepted
 */
record Owner(String serviceName, String apiUser, long settingsVersion) {}
