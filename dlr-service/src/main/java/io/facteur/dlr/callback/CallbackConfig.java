package io.facteur.dlr.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How customers are called back. */
@ConfigMapping(prefix = "facteur.callbacks")
public interface CallbackConfig {

  /**
   * Whether a message handed to an operator (8/3) is told as well; most customers would not care.
   */
  @WithDefault("false")
  boolean submitted();

  /** Pauses before the second attempt, the third and so on; afterwards the call is given up. */
  @WithDefault("5s,30s,5m,30m,2h,5h,10h,10h,10h,10h,10h,10h")
  List<Duration> retries();

  /** Each pause is made longer or shorter by up to this share, so that retries spread. */
  @WithDefault("0.2")
  double jitter();

  /** A call is given up at this age, also when a broken circuit has used up no attempts. */
  @WithDefault("4d")
  Duration maxAge();

  /** Calls given up are kept this long to be looked at and replayed. */
  @WithDefault("30d")
  Duration deadRetention();

  /** A call that has not been answered by then has failed. */
  @WithDefault("10s")
  Duration timeout();

  /** Bytes of an answer that are read; they are thrown away. */
  @WithDefault("16384")
  int maxAnswer();

  /** A {@code Retry-After} beyond it is cut. */
  @WithDefault("1d")
  Duration maxRetryAfter();

  /**
   * Calls that one instance holds in memory, waiting, under way or not yet noted; about 1 KiB each.
   */
  @WithDefault("10000")
  int capacity();

  /** The same for one host, so that a slow one can't fill the memory. */
  @WithDefault("1000")
  int laneCapacity();

  /** Calls under way to one host that answers well. One that does not gets fewer, down to one. */
  @WithDefault("100")
  int laneConcurrency();

  /** An answer later than this counts against the host's concurrency. */
  @WithDefault("1s")
  Duration slow();

  /** After so many failures in a row a host is left alone for a while. */
  @WithDefault("20")
  int circuitFailures();

  /** How long it is left alone at first; doubled each time a probe fails. */
  @WithDefault("15s")
  Duration circuitOpen();

  /** The longest that it is left alone. */
  @WithDefault("5m")
  Duration circuitLongest();

  /** How often due calls are looked for in the database. */
  @WithDefault("500ms")
  Duration poll();

  /** How long a call waits for the settings that its message was accepted with. */
  @WithDefault("1h")
  Duration settingsWait();

  /** Customers may go on with the old secret this long after a change. */
  @WithDefault("1d")
  Duration secretOverlap();

  /**
   * Names this instance, so that after its restart it takes back at once what it had claimed. Must
   * differ between instances that run at the same time.
   */
  @WithDefault("${HOSTNAME:local}:${quarkus.http.port:8080}")
  String instance();
}
