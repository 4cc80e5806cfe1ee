package io.facteur.users.token;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The public keys of tokens, for all who verify them. */
@Path("/internal/oauth2/jwks")
public class JwksResource {

  private final SigningKeys keys;
  private final Oauth2Config config;

  JwksResource(SigningKeys keys, Oauth2Config config) {
    this.keys = keys;
    this.config = config;
  }

  /** A JSON Web Key Set (RFC 7517): keys that sign, will, or did. */
  @GET
  public Response get() {
    List<Jwk> published = keys.published().stream().map(SigningKey::jwk).toList();
    return Response.ok(Map.of("keys", published), MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "max-age=" + config.jwksMaxAge().toSeconds())
        .build();
  }
}
