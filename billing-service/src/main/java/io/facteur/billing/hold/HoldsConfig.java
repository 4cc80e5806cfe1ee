package io.facteur.billing.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the questions that messaging asks, and of those that billing asks back. */
@ConfigMapping(prefix = "facteur.billing.holds")
public interface HoldsConfig {

  /**
   * Transactions of holds under way at once. Two hide one commit behind the next batch; more gain
   * nothing while most holds are on few accounts, whose balances they would only queue for.
   */
  @WithDefault("2")
  int workers();

  /** Holds in one transaction, and in one request; as everywhere on the hot path, 500. */
  @WithDefault("500")
  int batchItems();

  /** Requests that wait in this process; beyond them the broker keeps them for another replica. */
  @WithDefault("64")
  int waitingRequests();

  /** A reply that the broker has not taken by then is given up: its reader has as well. */
  @WithDefault("5s")
  Duration replyTimeout();

  /** How long a reply may lie in the broker; the reader waits no longer than its deadline. */
  @WithDefault("5s")
  Duration replyTtl();

  /** A hold that is unresolved for so long is asked about. No clock releases it. */
  @WithDefault("5m")
  Duration unresolvedAfter();

  /** How often the unresolved ones are looked for. */
  @WithDefault("30s")
  Duration askEvery();

  /** The interval between two questions about the same hold doubles up to this. */
  @WithDefault("6h")
  Duration askAtMostEvery();

  /** Holds in one question: below 64 KiB as an event. */
  @WithDefault("500")
  int askItems();
}
