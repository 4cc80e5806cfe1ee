package io.facteur.users.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/** The life of a credential ({@code auth.CredentialStateEnum}), with all of its transitions. */
enum CredentialState {
  /** Asked for by an application, not yet agreed to by the customer. */
  @JsonProperty("pendingValidation")
  PENDING_VALIDATION,
  /** The only state in which calls are answered. */
  @JsonProperty("validated")
  VALIDATED,
  /** The customer said no. */
  @JsonProperty("refused")
  REFUSED,
  /** Its time is over, or it was revoked. */
  @JsonProperty("expired")
  EXPIRED;

  private Set<CredentialState> next() {
    return switch (this) {
      case PENDING_VALIDATION -> Set.of(VALIDATED, REFUSED, EXPIRED);
      case VALIDATED -> Set.of(EXPIRED);
      case REFUSED, EXPIRED -> Set.of();
    };
  }

  boolean canBecome(CredentialState next) {
    return next().contains(next);
  }
}
