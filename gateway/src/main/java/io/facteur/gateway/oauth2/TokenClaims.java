package io.facteur.gateway.oauth2;

import io.facteur.gateway.rule.AccessRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * What a verified token says.
 *
 * @param clientId who asked for it
 * @param customer in whose name
 * @param rules what may be called with it
 * @param expiration when it ends
 */
record TokenClaims(String clientId, String customer, List<AccessRule> rules, Instant expiration) {

  TokenClaims {
    rules = List.copyOf(rules);
  }

  /**
   * Reads the claims that users-service writes.
   *
   * @throws MalformedClaimException when one is missing or of another type
   */
  static TokenClaims of(JwtClaims claims) throws MalformedClaimException {
    return new TokenClaims(
        claims.getStringClaimValue("client_id"),
        claims.getStringClaimValue("customer"),
        ((List<?>) claims.getClaimValue("rules", List.class))
            .stream().map(TokenClaims::rule).toList(),
        Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
  }

  private static AccessRule rule(Object rule) {
    Map<?, ?> parts = (Map<?, ?>) rule;
    return new AccessRule(parts.get("method").toString(), parts.get("path").toString());
  }
}
