package io.facteur.billing.reconciliation;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The proof of the ledger, for operators. */
@Path("/admin/reconciliation")
public class ReconciliationResource {

  private final Reconciliations reconciliations;

  ReconciliationResource(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  /** Runs now; answers 200 whether or not the ledger is balanced. */
  @GET
  @Blocking
  public Reconciliation reconcile() {
    return reconciliations.run();
  }
}
