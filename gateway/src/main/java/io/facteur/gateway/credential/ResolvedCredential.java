package io.facteur.gateway.credential;

import io.facteur.gateway.rule.AccessRules;
import java.time.Instant;
import java.util.List;

/** What {@code POST /internal/credentials/resolve} of users-service answers. */
record ResolvedCredential(
    String applicationSecret,
    String customer,
    boolean operator,
    String state,
    List<GrantedRule> rules,
    List<String> allowedIPs,
    Instant expiration,
    long credentialId,
    long applicationId) {

  ResolvedCredential {
    rules = rules == null ? List.of() : List.copyOf(rules);
    allowedIPs = allowedIPs == null ? List.of() : List.copyOf(allowedIPs);
  }

  Credential credential() {
    return new Credential(
        new Credential.ConsumerKey(applicationSecret, credentialId, applicationId),
        customer,
        operator,
        Credential.State.of(state),
        new AccessRules(rules.stream().map(GrantedRule::accessRule).toList()),
        AllowedAddresses.of(allowedIPs),
        expiration);
  }

  @Override
  public String toString() {
    return "ResolvedCredential[" + credentialId + "]";
  }
}
