package io.facteur.billing.grant;

import io.facteur.billing.ledger.Credits;
import io.facteur.chassis.caller.CurrentCaller;
import io.facteur.chassis.error.ApiException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Credits given to an SMS account by an operator. */
@Path("/admin/accounts/{serviceName}/credits")
public class GrantResource {

  private final Grants grants;
  private final GrantsConfig config;
  private final CurrentCaller caller;

  GrantResource(Grants grants, GrantsConfig config, CurrentCaller caller) {
    this.grants = grants;
    this.config = config;
    this.caller = caller;
  }

  @POST
  @Blocking
  public GrantAnswer grant(@PathParam("serviceName") String serviceName, GrantRequest request) {
    if (request == null) {
      throw ApiException.badRequest("The body must be a JSON object with credits and reference");
    }
    Credits amount = request.credits(config.maxCredits());
    String reference = request.reference(config.maxReference());
    Grant grant = new Grant(reference, serviceName, amount, caller.get().customer());
    return new GrantAnswer(grants.issue(grant).toDecimal());
  }
}
