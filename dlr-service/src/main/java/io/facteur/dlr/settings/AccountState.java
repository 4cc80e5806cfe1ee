package io.facteur.dlr.settings;

/**
 * An account as an event of users-service tells it, whole.
 *
 * @param version higher than that of every event before
 * @param callBack null or empty when the customer wants no calls
 * @param closed whether the account is gone for good
 */
public record AccountState(String serviceName, long version, String callBack, boolean closed) {

  /** An empty URL is none. */
  public AccountState {
    callBack = callBack == null || callBack.isBlank() ? null : callBack.strip();
  }
}
