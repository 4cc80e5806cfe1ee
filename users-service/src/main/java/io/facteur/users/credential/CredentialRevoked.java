package io.facteur.users.credential;

/**
 * The body of {@code facteur.users.credential.revoked.v1}: forget what you know of this credential.
 *
 * @param applicationKey of its application
 * @param consumerKey of the credential
 * @param version of the credential, grows by one with each event
 */
record CredentialRevoked(String applicationKey, String consumerKey, long version) {}
