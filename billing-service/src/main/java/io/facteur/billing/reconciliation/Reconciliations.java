package io.facteur.billing.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Proves the ledger on demand and on a schedule, and raises its voice when it does not add up. */
@ApplicationScoped
public class Reconciliations {

  private static final Logger LOG = Logger.getLogger(Reconciliations.class);

  private final LedgerProof proof;
  private final ReconciliationConfig config;
  private volatile double differences = Double.NaN;

  Reconciliations(LedgerProof proof, ReconciliationConfig config, MeterRegistry meters) {
    this.proof = proof;
    this.config = config;
    Gauge.builder("facteur.billing.reconciliation.differences", this, self -> self.differences)
        .description("Balances that contradict their transfers or holds; NaN before the first run")
        .register(meters);
  }

  /** Runs one reconciliation. */
  public Reconciliation run() {
    Reconciliation result =
        QuarkusTransaction.requiringNew()
            .timeout((int) config.timeout().toSeconds())
            .call(proof::prove);
    differences = result.differences().size() + (result.sumOfBalances() == 0 ? 0 : 1);
    if (!result.isBalanced()) {
      LOG.errorf(
          "fact=ledger-unbalanced sum=%d differences=%s",
          result.sumOfBalances(), result.differences());
    }
    return result;
  }

  @Scheduled(
      every = "${facteur.billing.reconciliation.every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() {
    run();
  }
}
