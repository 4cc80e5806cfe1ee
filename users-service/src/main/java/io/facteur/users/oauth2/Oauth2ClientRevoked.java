package io.facteur.users.oauth2;

/**
 * The body of {@code facteur.users.oauth2-client.revoked.v1}: refuse the tokens of this client.
 *
 * @param clientId its id
 * @param version of the client, grows by one with each event
 */
record Oauth2ClientRevoked(String clientId, long version) {}
