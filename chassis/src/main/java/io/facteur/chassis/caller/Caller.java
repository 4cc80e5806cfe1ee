package io.facteur.chassis.caller;

import java.util.Set;

/**
 * Who is calling, as the gateway's internal token says.
 *
 * @param customer the customer's id, such as {@code fa00001}
 * @param apiUser the API user's login, or null when the customer itself calls
 * @param serviceName the one SMS account that this call is about, or null when it is about none
 * @param settingsVersion version of that account's settings at the time of the call
 * @param roles some of {@link #CUSTOMER}, {@link #OPERATOR}, {@link #GATEWAY}
 */
public record Caller(
    String customer, String apiUser, String serviceName, long settingsVersion, Set<String> roles) {

  /** May call {@code /sms}. */
  public static final String CUSTOMER = "customer";

  /** May call {@code /admin}: who runs the platform. */
  public static final String OPERATOR = "operator";

  /** May call {@code /internal}: the gateway in its own name. */
  public static final String GATEWAY = "gateway";

  public Caller {
    roles = Set.copyOf(roles);
  }

  boolean has(String role) {
    return roles.contains(role);
  }
}
