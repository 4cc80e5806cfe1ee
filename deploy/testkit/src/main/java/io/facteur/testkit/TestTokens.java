package io.facteur.testkit;

import io.facteur.embedded.keys.TokenKey;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Internal tokens as the gateway mints them, to be sent as {@code Authorization: Bearer}; and some
 * that no service may take.
 */
public final class TestTokens {

  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private TestTokens() {}

  /**
   * A customer's call about this account, such as {@code sms-fa00001-1}, of which the settings'
   * version is 1.
   */
  public static String customer(String serviceName) {
    return customer(serviceName, 1);
  }

  /** A customer's call about this account, made when its settings had this version. */
  public static String customer(String serviceName, long settingsVersion) {
    return token(claims -> about(claims, serviceName, settingsVersion));
  }

  /** A customer's call about no account, as {@code GET /sms}; customer such as {@code fa00001}. */
  public static String customerOnly(String customer) {
    return token(claims -> claims.subject(customer).groups("customer"));
  }

  /** The call of an API user of this account. */
  public static String apiUser(String serviceName, String login) {
    return token(claims -> about(claims, serviceName, 1).claim("api_user", login));
  }

  /** The operator's call about no account. */
  public static String operator() {
    return token(claims -> claims.subject("facteur").groups("operator"));
  }

  /** The operator's call about this account, as {@code /admin/accounts/{serviceName}/...}. */
  public static String operator(String serviceName) {
    return token(
        claims ->
            claims
                .subject("facteur")
                .groups("operator")
                .claim("service_name", serviceName)
                .claim("settings_version", 1));
  }

  /** The gateway's own call to {@code /internal/...}. */
  public static String gateway() {
    return token(claims -> claims.subject("gateway").groups("gateway"));
  }

  /** A customer's token whose time is over. */
  public static String expired(String serviceName) {
    Instant past = Instant.now().minus(VALIDITY.multipliedBy(2));
    return token(
        claims -> about(claims, serviceName, 1).issuedAt(past).expiresAt(past.plus(VALIDITY)));
  }

  /** A customer's token that is meant for somebody else. */
  public static String otherAudience(String serviceName) {
    return token(claims -> about(claims, serviceName, 1).audience("somebody-else"));
  }

  /** A customer's token that somebody else has signed, in the gateway's name. */
  public static String forged(String serviceName) {
    PrivateKey stranger = TokenKey.generate(TestKeys.ID).privateKey();
    return sign(about(fresh(), serviceName, 1), stranger);
  }

  /** Any other token that the gateway's key signs; issuer, audience and times are set before. */
  public static String token(UnaryOperator<JwtClaimsBuilder> claims) {
    return sign(claims.apply(fresh()), TestKeys.privateKey());
  }

  private static JwtClaimsBuilder fresh() {
    return Jwt.issuer("facteur-gateway").audience("facteur-services").expiresIn(VALIDITY);
  }

  private static JwtClaimsBuilder about(
      JwtClaimsBuilder claims, String serviceName, long settingsVersion) {
    return claims
        .subject(owner(serviceName))
        .groups(Set.of("customer"))
        .claim("service_name", serviceName)
        .claim("settings_version", settingsVersion);
  }

  /** {@code fa00001} of {@code sms-fa00001-1}. */
  private static String owner(String serviceName) {
    String[] parts = serviceName.split("-", -1);
    return parts.length == 3 ? parts[1] : serviceName;
  }

  private static String sign(JwtClaimsBuilder claims, PrivateKey key) {
    return claims.jws().keyId(TestKeys.ID).sign(key);
  }
}
