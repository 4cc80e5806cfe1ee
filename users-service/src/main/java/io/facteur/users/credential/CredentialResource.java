package io.facteur.users.credential;

import io.facteur.chassis.error.ApiException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The operator's view of a customer's credentials. */
@Path("/admin/customers/{customer}/credentials")
public class CredentialResource {

  private final CredentialLife life;

  CredentialResource(CredentialLife life) {
    this.life = life;
  }

  /** A new application of a customer with one credential; each request makes another. */
  @POST
  public IssuedCredential issue(@PathParam("customer") String customer, NewCredential asked) {
    if (asked == null) {
      throw ApiException.badRequest("The body must be a JSON object with application and rules");
    }
    return life.issue(customer, asked);
  }
}
