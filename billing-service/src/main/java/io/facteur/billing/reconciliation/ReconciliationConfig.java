package io.facteur.billing.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When and how the ledger is proved. */
@ConfigMapping(prefix = "facteur.billing.reconciliation")
public interface ReconciliationConfig {

  /** Reads every transfer: seconds of work per ten million, so not all the time. */
  @WithDefault("1h")
  Duration every();

  /** A run that takes longer is given up: its snapshot keeps PostgreSQL from cleaning up. */
  @WithDefault("10m")
  Duration timeout();

  /** Differences that an answer lists; one is an alarm, hundreds would only be long. */
  @WithDefault("100")
  int maxDifferences();
}
