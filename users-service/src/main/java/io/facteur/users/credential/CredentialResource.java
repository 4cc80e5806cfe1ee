package io.facteur.users.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.facteur.chassis.error.ApiException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The operator's view of credentials. */
@Path("/admin")
public class CredentialResource {

  private final CredentialLife life;

  CredentialResource(CredentialLife life) {
    this.life = life;
  }

  /** A new application of a customer with one credential; each request makes another. */
  @POST
  @Path("/customers/{customer}/credentials")
  public IssuedCredential issue(@PathParam("customer") String customer, NewCredential asked) {
    if (asked == null) {
      throw ApiException.badRequest("The body must be a JSON object with application and rules");
    }
    return life.issue(customer, asked);
  }

  /** Revokes a credential; doing so again answers the same. */
  @DELETE
  @Path("/credentials/{consumerKey}")
  public JsonNode revoke(@PathParam("consumerKey") String consumerKey) {
    life.revoke(consumerKey);
    return NullNode.getInstance();
  }
}
