package io.facteur.users.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facteur.users.customer.CustomerId;
import io.facteur.users.rule.AccessRule;
import io.facteur.users.secret.SecretBox;
import java.time.Instant;
import java.util.List;

/**
 * All that the gateway needs to check calls of one credential.
 *
 * @param applicationSecret plain, for the signature
 * @param customer id in whose name it calls; {@code facteur} for the operator
 * @param operator whether it is the operator's
 * @param state whether it may be used, now
 * @param rules what it may call
 * @param allowedIPs addresses and blocks it may call from, all when empty
 * @param expiration when it expires, or null
 * @param credentialId its number
 * @param applicationId number of its application
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ResolvedCredential(
    String applicationSecret,
    String customer,
    boolean operator,
    CredentialState state,
    List<AccessRule> rules,
    List<String> allowedIPs,
    Instant expiration,
    long credentialId,
    long applicationId) {

  static ResolvedCredential of(Credential credential, SecretBox box, Instant now) {
    Application application = credential.application();
    boolean isOperators = application.isOperators();
    return new ResolvedCredential(
        application.secret(box),
        isOperators ? CustomerId.OPERATOR : application.customer().id(),
        isOperators,
        credential.stateAt(now),
        credential.rules(),
        credential.allowedIps(),
        credential.expiresAt(),
        credential.id(),
        application.id());
  }

  @Override
  public String toString() {
    return "ResolvedCredential[" + credentialId + "]";
  }
}
