package io.facteur.gateway.credential;

import io.facteur.gateway.rule.AccessRule;

/**
 * A rule as users-service writes it, in its answers and in tokens.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path such as {@code /sms/*}
 */
public record GrantedRule(String method, String path) {

  /** The rule to check calls with. */
  public AccessRule accessRule() {
    return new AccessRule(method, path);
  }
}
