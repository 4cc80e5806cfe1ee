package io.facteur.users.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.facteur.chassis.error.ApiException;
import io.facteur.users.customer.Customers;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** The operator's view of a customer's SMS accounts. */
@Path("/admin/customers/{customer}/accounts")
public class AccountAdminResource {

  private final Customers customers;
  private final Accounts accounts;
  private final AccountLife life;

  AccountAdminResource(Customers customers, Accounts accounts, AccountLife life) {
    this.customers = customers;
    this.accounts = accounts;
    this.life = life;
  }

  /** Names of the customer's open accounts. */
  @GET
  public List<String> list(@PathParam("customer") String customer) {
    return accounts.namesOf(customers.require(customer).id());
  }

  /** Opens an account, numbered from 1; with a serviceName the request may be repeated. */
  @POST
  public AccountReference open(@PathParam("customer") String customer, NewAccount asked) {
    NewAccount account = asked == null ? new NewAccount(null, null) : asked;
    return life.open(customer, account.checked());
  }

  /** Enables or disables an account. */
  @PUT
  @Path("/{account}")
  public AccountReference change(
      @PathParam("customer") String customer,
      @PathParam("account") String serviceName,
      StatusChange change) {
    if (change == null || change.status() == null) {
      throw ApiException.invalid("status", "is missing: give enable or disable");
    }
    return life.change(customer, serviceName, change.status());
  }

  /** Closes an account for good. */
  @DELETE
  @Path("/{account}")
  public JsonNode close(
      @PathParam("customer") String customer, @PathParam("account") String serviceName) {
    life.close(customer, serviceName);
    return NullNode.getInstance();
  }
}
