package io.facteur.dlr.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is waited for what. */
@ConfigMapping(prefix = "facteur.tracking")
public interface TrackingConfig {

  /** After the end of a message's validity: operators report an expiry when they notice it. */
  @WithDefault("15m")
  Duration silenceGrace();

  /** After a submission of unknown outcome, for news of another submission of its segment. */
  @WithDefault("5m")
  Duration unknownGrace();

  /** After the first failed segment, for the receipts of the others. */
  @WithDefault("1m")
  Duration siblingGrace();

  /** How long a receipt that matches nothing is kept to be looked at. */
  @WithDefault("3d")
  Duration unmatchedRetention();

  /**
   * A receipt older than the submission by more than this is about another message whose operator
   * id was used again. Above the difference of two machines' clocks.
   */
  @WithDefault("5m")
  Duration staleReceipt();

  /** An operator's id is remembered this long after the message's end, for repeated receipts. */
  @WithDefault("30s")
  Duration repeatWindow();

  /**
   * Ended ids waiting for their repeat window in memory, about 100 bytes each; beyond it they go at
   * once.
   */
  @WithDefault("200000")
  int repeatCapacity();

  /** Messages that one transaction expires. */
  @WithDefault("500")
  int expiryBatch();

  /** How often is looked for messages whose time is over. */
  @WithDefault("5s")
  Duration expiryEvery();

  /** The graces as one value. */
  default Patience patience() {
    return new Patience(silenceGrace(), unknownGrace(), siblingGrace());
  }
}
