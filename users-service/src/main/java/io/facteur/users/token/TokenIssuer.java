package io.facteur.users.token;

import io.facteur.users.oauth2.Oauth2Client;
import io.facteur.users.oauth2.Oauth2Clients;
import io.facteur.users.rule.AccessRule;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues tokens: JWTs that say in whose name and what may be called ({@code sub} and {@code
 * client_id} the client, {@code customer}, {@code rules} a list of {@code {method, path}}, {@code
 * scope} all).
 */
@ApplicationScoped
class TokenIssuer {

  private static final String GRANT = "client_credentials";
  private static final String SCOPE = "all";

  private final Oauth2Clients clients;
  private final Signer signer;
  private final Oauth2Config config;
  private final Clock clock;

  TokenIssuer(Oauth2Clients clients, Signer signer, Oauth2Config config, Clock clock) {
    this.clients = clients;
    this.signer = signer;
    this.config = config;
    this.clock = clock;
  }

  TokenOutcome issue(TokenRequest asked) {
    if (asked == null || isBlank(asked.grantType())) {
      return new TokenOutcome.Refused("invalid_request", "grant_type is missing: give " + GRANT);
    }
    if (!asked.grantType().equals(GRANT)) {
      return new TokenOutcome.Refused("unsupported_grant_type", "grant_type must be " + GRANT);
    }
    if (!isBlank(asked.scope()) && !asked.scope().equals(SCOPE)) {
      return new TokenOutcome.Refused("invalid_scope", "scope must be " + SCOPE + " or missing");
    }
    return known(asked)
        .<TokenOutcome>map(this::issued)
        .orElse(
            new TokenOutcome.Refused(
                "invalid_client", "client_id or client_secret is wrong, or was revoked"));
  }

  private Optional<Oauth2Client> known(TokenRequest asked) {
    if (isBlank(asked.clientSecret())) {
      return Optional.empty();
    }
    return clients.withId(asked.clientId()).filter(client -> client.accepts(asked.clientSecret()));
  }

  private TokenOutcome.Issued issued(Oauth2Client client) {
    Instant now = clock.instant();
    JwtClaimsBuilder claims =
        Jwt.issuer(config.issuer())
            .audience(config.audience())
            .subject(client.clientId())
            .issuedAt(now)
            .expiresAt(now.plus(config.tokenLifetime()))
            .claim("client_id", client.clientId())
            .claim("customer", client.customerId())
            .claim("scope", SCOPE)
            .claim("rules", claim(client.rules()));
    return new TokenOutcome.Issued(
        signer.sign(claims), "Bearer", config.tokenLifetime().toSeconds(), SCOPE);
  }

  private static List<Map<String, String>> claim(List<AccessRule> rules) {
    return rules.stream()
        .map(rule -> Map.of("method", rule.method().name(), "path", rule.path()))
        .toList();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
