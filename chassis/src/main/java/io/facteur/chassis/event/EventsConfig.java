package io.facteur.chassis.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave this service and how long it remembers those that came. */
@ConfigMapping(prefix = "facteur.events")
public interface EventsConfig {

  /** The multicast address of this producer, such as {@code facteur.users.events}. */
  @WithDefault("facteur.events")
  String address();

  /** CloudEvents source of this producer, such as {@code facteur/users}. */
  @WithDefault("facteur")
  String source();

  /**
   * Rows that the relay sends at once: enough to hide the round trip, few enough to hold briefly.
   */
  @WithDefault("100")
  int relayBatch();

  /** The relay looks by itself this often, for rows whose nudge was lost with a process. */
  @WithDefault("500ms")
  Duration relayPoll();

  /** A send that the broker has not taken by then is tried again; a full address answers late. */
  @WithDefault("10s")
  Duration sendTimeout();

  /**
   * Least time from one batch to the next, of the relay and of each worker, while less than a full
   * batch waits: a commit costs as much as ten messages in it, and no client waits for one of
   * these. The first event after a silence waits for nothing.
   */
  @WithDefault("20ms")
  Duration pace();

  /** Events of a channel that wait for a worker; beyond it the broker keeps them. */
  @WithDefault("500")
  int waitingEvents();

  /**
   * Bodies of the events that one transaction reacts to, in bytes: some 500 messages, as in one
   * event of the largest size.
   */
  @WithDefault("65536")
  int batchBytes();

  /**
   * How long a reaction is remembered. Longer than any event may wait in a queue or a dead-letter
   * queue before it is replayed.
   */
  @WithDefault("30d")
  Duration inboxRetention();
}
