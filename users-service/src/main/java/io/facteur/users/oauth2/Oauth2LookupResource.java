package io.facteur.users.oauth2;

import io.facteur.chassis.error.ApiException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Tells the gateway whether the client of a token was revoked since the token was issued. */
@Path("/internal/oauth2/clients")
public class Oauth2LookupResource {

  private final Oauth2Clients clients;

  Oauth2LookupResource(Oauth2Clients clients) {
    this.clients = clients;
  }

  /** The client, revoked or not. */
  @GET
  @Path("/{clientId}")
  public Oauth2ClientAnswer get(@PathParam("clientId") String clientId) {
    return clients
        .withId(clientId)
        .map(Oauth2Client::answer)
        .orElseThrow(() -> ApiException.noSuchObject("clientId", clientId));
  }
}
