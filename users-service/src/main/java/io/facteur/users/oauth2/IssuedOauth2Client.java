package io.facteur.users.oauth2;

/**
 * A new client. The secret is shown this once.
 *
 * @param clientId 16 characters, public
 * @param clientSecret 32 characters
 */
record IssuedOauth2Client(String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "IssuedOauth2Client[" + clientId + "]";
  }
}
