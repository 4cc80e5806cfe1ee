package io.facteur.users.credential;

/**
 * The keys of a call whose signature the gateway wants to check.
 *
 * @param applicationKey {@code X-Ovh-Application}
 * @param consumerKey {@code X-Ovh-Consumer}
 */
record ResolveRequest(String applicationKey, String consumerKey) {}
