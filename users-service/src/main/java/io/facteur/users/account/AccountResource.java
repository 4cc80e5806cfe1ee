package io.facteur.users.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.facteur.chassis.caller.CurrentCaller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** SMS accounts as their owners see them (reference, section 2). */
@Path("/sms")
public class AccountResource {

  private final Accounts accounts;
  private final AccountLife life;
  private final CurrentCaller caller;

  AccountResource(Accounts accounts, AccountLife life, CurrentCaller caller) {
    this.accounts = accounts;
    this.life = life;
    this.caller = caller;
  }

  /** Names of all accounts of the caller's customer; the gateway leaves out what its key hides. */
  @GET
  public List<String> list() {
    return accounts.namesOf(caller.get().customer());
  }

  /** One account, without its credits. */
  @GET
  @Path("/{serviceName}")
  public AccountAnswer get(@PathParam("serviceName") String serviceName) {
    return accounts.requireOf(caller.get().customer(), serviceName).answer();
  }

  /** Changes the fields that the body has; fields that can't be written are ignored. */
  @PUT
  @Path("/{serviceName}")
  public JsonNode change(@PathParam("serviceName") String serviceName, JsonNode body) {
    life.change(caller.get().customer(), serviceName, body);
    return NullNode.getInstance();
  }
}
