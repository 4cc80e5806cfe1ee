package io.facteur.gateway.internaltoken;

/**
 * What one internal token says.
 *
 * @param customer on whose behalf
 * @param serviceName the one SMS account the call is about, or null
 * @param settingsVersion of that account's settings; 0 without an account
 * @param role what the services let in: see {@link Role}
 */
public record TokenScope(String customer, String serviceName, long settingsVersion, Role role) {

  /** Name of the platform's operator, and of the gateway when it asks in its own name. */
  private static final String PLATFORM = "facteur";

  /** A customer's call about none of its accounts. */
  public static TokenScope customer(String customer) {
    return new TokenScope(customer, null, 0, Role.CUSTOMER);
  }

  /** A customer's call about one account. */
  public static TokenScope customer(String customer, String serviceName, long settingsVersion) {
    return new TokenScope(customer, serviceName, settingsVersion, Role.CUSTOMER);
  }

  /** A call of the operator, about an account or, with null and 0, about none. */
  public static TokenScope operator(String serviceName, long settingsVersion) {
    return new TokenScope(PLATFORM, serviceName, settingsVersion, Role.OPERATOR);
  }

  /** The gateway's own question about an account or, with null, about none. */
  public static TokenScope gateway(String serviceName) {
    return new TokenScope(PLATFORM, serviceName, 0, Role.GATEWAY);
  }

  /** Who calls; each role opens one part of the services' paths. */
  public enum Role {
    /** {@code /sms}. */
    CUSTOMER,
    /** {@code /admin}. */
    OPERATOR,
    /** {@code /internal}. */
    GATEWAY
  }
}
