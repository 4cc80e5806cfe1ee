package io.facteur.gateway.rule;

import java.util.List;

/** All that a token may do: the union of its rules, in no order. */
public record AccessRules(List<AccessRule> rules) {

  public AccessRules {
    rules = List.copyOf(rules);
  }

  /**
   * Whether some rule allows the call.
   *
   * @param path decoded and normalised, without base path and query
   */
  public boolean allow(String method, String path) {
    for (AccessRule rule : rules) {
      if (rule.allows(method, path)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the token can do anything at all with this SMS account. */
  public boolean open(String serviceName) {
    for (AccessRule rule : rules) {
      if (rule.opens(serviceName)) {
        return true;
      }
    }
    return false;
  }
}
