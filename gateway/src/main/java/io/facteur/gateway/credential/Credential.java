package io.facteur.gateway.credential;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.rule.AccessRules;
import java.time.Instant;

/**
 * What a customer allowed an application to do in its name, as users-service knows it.
 *
 * @param origin how it was given
 * @param customer on whose behalf the application calls
 * @param operator whether it belongs to who runs the platform
 * @param state only a validated one is let in
 * @param rules what it may call
 * @param allowedAddresses where from
 * @param expiration when it ends, or null
 */
public record Credential(
    Origin origin,
    String customer,
    boolean operator,
    State state,
    AccessRules rules,
    AllowedAddresses allowedAddresses,
    Instant expiration) {

  /** How a credential was given. */
  public sealed interface Origin {
    /** What names it among all credentials; for limits and logs, not secret. */
    String name();
  }

  /**
   * By a consumer key for an application.
   *
   * @param applicationSecret what the application signs with; never leaves this process
   * @param credentialId number of the consumer key
   * @param applicationId number of the application
   */
  public record ConsumerKey(String applicationSecret, long credentialId, long applicationId)
      implements Origin {

    @Override
    public String name() {
      return "credential:" + credentialId;
    }

    @Override
    public String toString() {
      return "ConsumerKey[" + credentialId + "]";
    }
  }

  /**
   * By a token of an OAuth2 client.
   *
   * @param clientId its id
   */
  public record Oauth2Client(String clientId) implements Origin {

    @Override
    public String name() {
      return "oauth2-client:" + clientId;
    }
  }

  /** The life of a credential, in OVH's words. */
  public enum State {
    PENDING_VALIDATION("pendingValidation", "it waits to be validated by its owner"),
    REFUSED("refused", "its owner refused it"),
    EXPIRED("expired", "it has expired or was revoked"),
    VALIDATED("validated", "it is valid");

    private final String word;
    private final String meaning;

    State(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** As OVH and users-service write it. */
    public String word() {
      return word;
    }

    /**
     * The state of this word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static State of(String word) {
      for (State state : values()) {
        if (state.word.equals(word)) {
          return state;
        }
      }
      throw new IllegalArgumentException("No state of a credential: " + word);
    }
  }

  /**
   * Refuses a credential that is not, or no longer, to be used.
   *
   * @throws io.facteur.gateway.error.Refused 403 that says which
   */
  public void checkUsable(Instant now) {
    boolean over = expiration != null && !now.isBefore(expiration);
    State present = over ? State.EXPIRED : state;
    if (present != State.VALIDATED) {
      throw Refusal.INVALID_CREDENTIAL.because(
          "This credential is not valid: " + present.meaning + "; ask for a new one");
    }
  }

  /**
   * Refuses a call from somewhere else.
   *
   * @throws io.facteur.gateway.error.Refused 403 that names the address
   */
  public void checkAddress(String address) {
    if (!allowedAddresses.contain(address)) {
      throw Refusal.ADDRESS_NOT_ALLOWED.because(
          "This credential may not be used from " + address + ": add it to its allowedIPs");
    }
  }

  /**
   * Refuses a call that no rule covers.
   *
   * @param path decoded and normalised
   * @throws io.facteur.gateway.error.Refused 403 that names the rule to ask for
   */
  public void checkGranted(String method, String path) {
    if (!rules.allow(method, path)) {
      throw Refusal.NOT_GRANTED_CALL.because(
          "This call has not been granted: the token has no rule that covers %s %s, ask for one (mind that %s/* does not cover %s itself)"
              .formatted(method, path, path, path));
    }
  }
}
