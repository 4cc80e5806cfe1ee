package io.facteur.users.token;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Issues tokens to OAuth2 clients; the gateway brings their requests and their answers. */
@Path("/internal/oauth2/token")
public class TokenResource {

  private final TokenIssuer issuer;

  TokenResource(TokenIssuer issuer) {
    this.issuer = issuer;
  }

  /** A {@link TokenOutcome} with the status that RFC 6749 gives it: 200, 400, or 401. */
  @POST
  public Response issue(TokenRequest asked) {
    TokenOutcome outcome = issuer.issue(asked);
    return Response.status(status(outcome))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(outcome)
        .build();
  }

  private static int status(TokenOutcome outcome) {
    if (outcome instanceof TokenOutcome.Refused refused) {
      return refused.error().equals("invalid_client") ? 401 : 400;
    }
    return 200;
  }
}
