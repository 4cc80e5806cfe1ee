package io.facteur.users.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Lets the operator end any credential, whoever's it is. */
@Path("/admin/credentials")
public class RevocationResource {

  private final CredentialLife life;

  RevocationResource(CredentialLife life) {
    this.life = life;
  }

  /** Revokes a credential; doing so again answers the same. */
  @DELETE
  @Path("/{consumerKey}")
  public JsonNode revoke(@PathParam("consumerKey") String consumerKey) {
    life.revoke(consumerKey);
    return NullNode.getInstance();
  }
}
