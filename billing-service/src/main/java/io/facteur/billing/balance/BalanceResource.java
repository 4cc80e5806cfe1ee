package io.facteur.billing.balance;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** For the gateway, which adds the credits to what users-service says of an account. */
@Path("/internal/balances/{serviceName}")
public class BalanceResource {

  private final Balances balances;

  BalanceResource(Balances balances) {
    this.balances = balances;
  }

  /** An account that billing has not heard of has nothing; whether it exists, the gateway knows. */
  @GET
  @Blocking
  public BalanceAnswer balance(@PathParam("serviceName") String serviceName) {
    return balances.of(serviceName);
  }
}
