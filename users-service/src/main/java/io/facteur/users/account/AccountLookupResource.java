package io.facteur.users.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What the gateway must know of an account before it lets a call about it pass. */
@Path("/internal/accounts")
public class AccountLookupResource {

  private final Accounts accounts;

  AccountLookupResource(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whose account this is, and in which version. */
  @GET
  @Path("/{serviceName}")
  public AccountReference get(@PathParam("serviceName") String serviceName) {
    return accounts.require(serviceName).reference();
  }
}
