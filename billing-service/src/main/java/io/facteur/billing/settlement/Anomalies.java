package io.facteur.billing.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Facts that contradict the ledger, such as an accepted sending that was never held. No repeat
 * would change them, so the rest of their event goes on; they are logged as errors and counted, and
 * a count above zero is an alarm.
 */
@ApplicationScoped
class Anomalies {

  private static final Logger LOG = Logger.getLogger(Anomalies.class);

  private final MeterRegistry meters;

  Anomalies(MeterRegistry meters) {
    this.meters = meters;
  }

  void report(String anomaly, long sendingId, String detail) {
    LOG.errorf("fact=%s sending=%d detail=%s", anomaly, sendingId, detail);
    meters.counter("facteur.billing.anomalies", "anomaly", anomaly).increment();
  }
}
