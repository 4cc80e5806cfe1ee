package io.facteur.gateway.internaltoken;

import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.cache.CoalescingCache;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The short tokens that say to the services who calls and about which account. An RSA signature
 * costs a millisecond, so a token serves all calls of the same scope for most of its life.
 */
@Singleton
public class InternalTokens {

  private static final Duration LIFE = Duration.ofMinutes(5);

  /** A token handed out at the end of this time still has a minute for the call. */
  private static final Duration REUSE = Duration.ofMinutes(4);

  private final CoalescingCache<TokenScope, String> authorizations;
  private final PrivateKey key;
  private final String keyId;
  private final Vertx vertx;
  private final Clock clock;

  /**
   * Reads the key.
   *
   * @param privateKey file with the RSA private key, PEM, PKCS#8
   * @param keyId name of that key in the JWKS file that the services read
   */
  InternalTokens(
      @ConfigProperty(name = "facteur.internal-token.private-key") Path privateKey,
      @ConfigProperty(name = "facteur.internal-token.key-id") String keyId,
      GatewayConfig limits,
      Vertx vertx,
      Clock clock)
      throws IOException, GeneralSecurityException {
    this.key = KeyUtils.decodePrivateKey(Files.readString(privateKey));
    this.keyId = keyId;
    this.vertx = vertx;
    this.clock = clock;
    this.authorizations = new CoalescingCache<>(vertx, limits.cache().maxEntries(), token -> REUSE);
  }

  /** The value of the {@code Authorization} header for calls of this scope. */
  public Future<String> authorization(TokenScope scope) {
    return authorizations.get(
        scope, () -> vertx.executeBlocking(() -> "Bearer " + mint(scope), false));
  }

  private String mint(TokenScope scope) {
    Instant now = clock.instant();
    JwtClaimsBuilder claims =
        Jwt.claims()
            .issuer("facteur-gateway")
            .audience("facteur-services")
            .subject(scope.customer())
            .groups(scope.role().name().toLowerCase(Locale.ROOT))
            .issuedAt(now)
            .expiresAt(now.plus(LIFE));
    if (scope.serviceName() != null) {
      claims
          .claim("service_name", scope.serviceName())
          .claim("settings_version", scope.settingsVersion());
    }
    return claims.jws().keyId(keyId).sign(key);
  }
}
