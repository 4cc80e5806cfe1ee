package io.facteur.chassis.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.facteur.chassis.error.ApiException;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies the gateway's tokens: signature, issuer, audience and expiry by SmallRye JWT, and
 * remembers who a token belongs to, because the gateway sends the same token for minutes.
 */
@ApplicationScoped
public class InternalTokens {

  /** More than the credentials that are active at once on one replica; about 10 MB. */
  private static final int REMEMBERED = 10_000;

  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final JWTParser parser;
  private final Clock clock;

  InternalTokens(JWTParser parser, Clock clock) {
    this.parser = parser;
    this.clock = clock;
  }

  /**
   * The caller of a token.
   *
   * @throws ApiException 401 when the token is not the gateway's, or has expired
   */
  public Caller identify(String token) {
    Verified known = verified.getIfPresent(token);
    if (known == null) {
      known = verify(token);
      verified.put(token, known);
    }
    if (known.expiresAtSeconds() <= clock.millis() / 1000) {
      verified.invalidate(token);
      throw ApiException.unauthorized("This internal token has expired");
    }
    return known.caller();
  }

  private Verified verify(String token) {
    try {
      JsonWebToken jwt = parser.parse(token);
      Object version = jwt.claim("settings_version").orElse(0L);
      Caller caller =
          new Caller(
              jwt.getSubject(),
              text(jwt, "api_user"),
              text(jwt, "service_name"),
              number(version),
              jwt.getGroups());
      return new Verified(caller, jwt.getExpirationTime());
    } catch (ParseException notOurs) {
      throw ApiException.unauthorized("This internal token is not valid");
    }
  }

  private static String text(JsonWebToken jwt, String claim) {
    return jwt.claim(claim).map(Object::toString).orElse(null);
  }

  /** SmallRye hands numbers of custom claims out as JSON numbers, which are no {@link Number}. */
  private static long number(Object claim) {
    return Long.parseLong(claim.toString());
  }

  private record Verified(Caller caller, long expiresAtSeconds) {}
}
