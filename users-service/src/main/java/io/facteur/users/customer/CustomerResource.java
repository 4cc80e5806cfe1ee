package io.facteur.users.customer;

import io.facteur.chassis.error.ApiException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** The operator's view of customers. */
@Path("/admin/customers")
public class CustomerResource {

  private final Customers customers;

  CustomerResource(Customers customers) {
    this.customers = customers;
  }

  /** Ids of all customers. */
  @GET
  public List<String> list() {
    return customers.ids();
  }

  /** Creates a customer; the same request again answers the same, another with its id 409. */
  @POST
  @Transactional
  public CustomerAnswer create(NewCustomer asked) {
    if (asked == null) {
      throw ApiException.badRequest("The body must be a JSON object with customer and name");
    }
    return customers.create(asked.checked()).answer();
  }

  /** One customer. */
  @GET
  @Path("/{customer}")
  public CustomerAnswer get(@PathParam("customer") String customer) {
    return customers.require(customer).answer();
  }
}
