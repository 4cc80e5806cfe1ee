package io.facteur.users.credential;

/**
 * The two keys of an application.
 *
 * @param applicationKey public
 * @param applicationSecret signs the calls
 */
public record ApplicationKeys(String applicationKey, String applicationSecret) {

  /** Without the secret, so that no log can have it. */
  @Override
  public String toString() {
    return "ApplicationKeys[" + applicationKey + "]";
  }
}
