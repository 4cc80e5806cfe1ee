package io.facteur.gateway.credential;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.rule.AccessRules;
import java.time.Instant;

/**
 * A token that a customer gave to an application, as users-service knows it.
 *
 * @param applicationSecret what the application signs with; never leaves this process
 * @param customer on whose behalf the application calls
 * @param operator whether it belongs to who runs the platform
 * @param state only a validated one is let in
 * @param rules what it may call
 * @param allowedAddresses where from
 * @param expiration when it ends, or null
 */
public record Credential(
    String applicationSecret,
    String customer,
    boolean operator,
    State state,
    AccessRules rules,
    AllowedAddresses allowedAddresses,
    Instant expiration) {

  /** The life of a credential, in OVH's words. */
  public enum State {
    PENDING_VALIDATION("it waits to be validated by its owner"),
    REFUSED("its owner refused it"),
    EXPIRED("it has expired"),
    VALIDATED("it is valid");

    private final String meaning;

    State(String meaning) {
      this.meaning = meaning;
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
          "This credential is not valid: " + present.meaning + "; ask for a new consumer key");
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
