package io.facteur.users.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Lets the operator end any OAuth2 client, whoever's it is. */
@Path("/admin/oauth2-clients")
public class Oauth2RevocationResource {

  private final Oauth2ClientLife life;

  Oauth2RevocationResource(Oauth2ClientLife life) {
    this.life = life;
  }

  /** Revokes a client; doing so again answers the same. */
  @DELETE
  @Path("/{clientId}")
  public JsonNode revoke(@PathParam("clientId") String clientId) {
    life.revoke(clientId);
    return NullNode.getInstance();
  }
}
