package io.facteur.users.credential;

/**
 * New keys. The secret is shown this once.
 *
 * @param applicationKey 16 characters, public
 * @param applicationSecret 32 characters
 * @param consumerKey 32 characters
 */
record IssuedCredential(String applicationKey, String applicationSecret, String consumerKey) {

  @Override
  public String toString() {
    return "IssuedCredential[" + applicationKey + "]";
  }
}
