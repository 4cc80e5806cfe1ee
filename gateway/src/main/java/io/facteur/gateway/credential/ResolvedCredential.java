package io.facteur.gateway.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.facteur.gateway.rule.AccessRule;
import io.facteur.gateway.rule.AccessRules;
import java.time.Instant;
import java.util.List;

/** What {@code POST /internal/credentials/resolve} of users-service answers. */
record ResolvedCredential(
    String applicationSecret,
    String customer,
    boolean operator,
    State state,
    List<Rule> rules,
    List<String> allowedIPs,
    Instant expiration) {

  ResolvedCredential {
    rules = rules == null ? List.of() : List.copyOf(rules);
    allowedIPs = allowedIPs == null ? List.of() : List.copyOf(allowedIPs);
  }

  Credential credential() {
    return new Credential(
        applicationSecret,
        customer,
        operator,
        state.meaning,
        new AccessRules(rules.stream().map(r -> new AccessRule(r.method, r.path)).toList()),
        AllowedAddresses.of(allowedIPs),
        expiration);
  }

  record Rule(String method, String path) {}

  enum State {
    @JsonProperty("pendingValidation")
    PENDING_VALIDATION(Credential.State.PENDING_VALIDATION),
    @JsonProperty("refused")
    REFUSED(Credential.State.REFUSED),
    @JsonProperty("expired")
    EXPIRED(Credential.State.EXPIRED),
    @JsonProperty("validated")
    VALIDATED(Credential.State.VALIDATED);

    private final Credential.State meaning;

    State(Credential.State meaning) {
      this.meaning = meaning;
    }
  }
}
