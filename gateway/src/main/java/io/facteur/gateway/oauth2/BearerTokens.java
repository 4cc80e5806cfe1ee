package io.facteur.gateway.oauth2;

import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.cache.CoalescingCache;
import io.facteur.gateway.credential.AllowedAddresses;
import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.credential.Proof;
import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.rule.AccessRules;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceAnswer;
import io.facteur.gateway.upstream.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who a bearer token belongs to. Its signature and its claims say all; users-service is asked once
 * in a while whether the client was revoked since.
 */
@Singleton
public class BearerTokens {

  private static final String SCHEME = "Bearer ";

  private final TokenKeys keys;
  private final ServiceClient services;
  private final CoalescingCache<String, Credential> known;

  BearerTokens(TokenKeys keys, ServiceClient services, GatewayConfig config, Vertx vertx) {
    Duration ttl = config.cache().ttl();
    this.keys = keys;
    this.services = services;
    this.known = new CoalescingCache<>(vertx, config.cache().maxEntries(), credential -> ttl);
  }

  /** The bearer token among these headers, if they bring one. */
  public Optional<Proof> in(MultiMap headers) {
    String authorization = headers.get(HttpHeaders.AUTHORIZATION);
    return authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)
        ? Optional.empty()
        : Optional.of(new BearerProof(authorization.substring(SCHEME.length()).trim(), this));
  }

  /** Forgets all tokens, because a client was revoked. */
  public void dropAll() {
    known.dropAll();
  }

  Future<Credential> resolve(String token) {
    return known.get(
        token,
        () ->
            keys.verify(token)
                .compose(claims -> client(claims).map(state -> credential(claims, state))));
  }

  private Future<Credential.State> client(TokenClaims claims) {
    return services
        .get(
            Service.USERS,
            "/internal/oauth2/clients/" + claims.clientId(),
            TokenScope.gateway(null))
        .map(BearerTokens::state);
  }

  private static Credential.State state(ServiceAnswer answer) {
    if (answer.absent()) {
      return Credential.State.EXPIRED;
    }
    if (!answer.ok()) {
      throw Refusal.UNAVAILABLE.because(
          "The users service can't tell at the moment who you are, try again shortly");
    }
    return Credential.State.of(answer.json().getString("state"));
  }

  private static Credential credential(TokenClaims claims, Credential.State state) {
    return new Credential(
        new Credential.Oauth2Client(claims.clientId()),
        claims.customer(),
        false,
        state,
        new AccessRules(claims.rules()),
        AllowedAddresses.of(List.of()),
        claims.expiration());
  }
}
