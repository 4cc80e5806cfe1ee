package io.facteur.messaging.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The question to billing. */
@ConfigMapping(prefix = "facteur.holds")
public interface HoldConfig {

  /** Where billing listens. */
  @WithDefault("facteur.billing.holds")
  String address();

  /** After this time the client gets 503 and the sending is given up; also the message's ttl. */
  @WithDefault("5s")
  Duration deadline();

  /** Holds in one request; at most what an event may carry. */
  @WithDefault("500")
  int batch();

  /** Requests on their way at a time: two hide billing's commit behind the next batch's journey. */
  @WithDefault("2")
  int concurrent();

  /** Holds that may wait for a request; beyond it the client gets 503 at once. */
  @WithDefault("20000")
  int queue();
}
