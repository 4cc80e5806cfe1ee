package io.facteur.users.oauth2;

import io.facteur.chassis.error.ApiException;
import io.facteur.users.customer.Customers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** The operator's view of a customer's OAuth2 clients. */
@Path("/admin/customers/{customer}/oauth2-clients")
public class Oauth2ClientResource {

  private final Customers customers;
  private final Oauth2Clients clients;
  private final Oauth2ClientLife life;

  Oauth2ClientResource(Customers customers, Oauth2Clients clients, Oauth2ClientLife life) {
    this.customers = customers;
    this.clients = clients;
    this.life = life;
  }

  /** Ids of the clients that get tokens. */
  @GET
  public List<String> list(@PathParam("customer") String customer) {
    return clients.idsOf(customers.require(customer).id());
  }

  /** A new client; each request makes another. */
  @POST
  public IssuedOauth2Client issue(@PathParam("customer") String customer, NewOauth2Client asked) {
    if (asked == null) {
      throw ApiException.badRequest("The body must be a JSON object with name and rules");
    }
    return life.issue(customer, asked);
  }
}
