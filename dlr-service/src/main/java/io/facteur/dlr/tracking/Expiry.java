package io.facteur.dlr.tracking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Ends messages that nothing more was heard of. Replicas share the work. */
@ApplicationScoped
class Expiry {

  private static final Logger LOG = Logger.getLogger(Expiry.class);

  private final Folding folding;

  Expiry(Folding folding) {
    this.folding = folding;
  }

  @Scheduled(
      every = "${facteur.tracking.expiry-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    int expired = 1;
    while (expired > 0) {
      expired = QuarkusTransaction.requiringNew().call(folding::expire);
      if (expired > 0) {
        LOG.infof("fact=messages-expired count=%d", expired);
      }
    }
  }
}
