package io.facteur.users.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Tokens of OAuth2 clients and the keys that sign them. */
@ConfigMapping(prefix = "facteur.oauth2")
interface Oauth2Config {

  /** The {@code iss} of a token; who verifies compares it. */
  @WithDefault("facteur")
  String issuer();

  /** The {@code aud} of a token. */
  @WithDefault("facteur-api")
  String audience();

  /** How long a token is valid: OVH's clients expect an hour and ask again after it. */
  @WithDefault("1h")
  Duration tokenLifetime();

  /** How long a key signs. */
  @WithDefault("30d")
  Duration keyLifetime();

  /** How long a key is published before it signs; longer than {@link #jwksMaxAge}. */
  @WithDefault("1d")
  Duration publishAhead();

  /** How long others may keep the JWKS without asking again. */
  @WithDefault("5m")
  Duration jwksMaxAge();

  /**
   * How long a replica may go on with the key that it holds; a passive key stays public for this
   * and the lifetime of a token.
   */
  @WithDefault("1m")
  Duration keyCache();
}
