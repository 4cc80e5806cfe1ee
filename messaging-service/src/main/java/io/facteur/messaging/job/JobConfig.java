package io.facteur.messaging.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** What a job may be, and what it costs. */
@ConfigMapping(prefix = "facteur.jobs")
public interface JobConfig {

  /** Receivers of one job; more go in several jobs. */
  @WithDefault("200000")
  int receivers();

  /**
   * Messages of large jobs in memory at a time, over all clients, in steps of 1000: one takes about
   * 400 bytes. At least {@link #receivers}.
   */
  @WithDefault("200000")
  int messagesInMemory();

  /** Segments of one message: OVH's limit, and operators cut longer ones. */
  @WithDefault("6")
  int segments();

  /** Minutes ahead that a job may be planned: a year. */
  @WithDefault("525600")
  long differedMinutes();

  /** Longest validity in minutes: a week, which is what operators keep a message at most. */
  @WithDefault("10080")
  long validityMinutes();

  /** Validity in minutes when the job names none: OVH's panel sends 2880. */
  @WithDefault("2880")
  long defaultValidityMinutes();

  /** Characters of a tag (http2sms reference: 20; reports read better with a few more). */
  @WithDefault("64")
  int tagCharacters();

  /** Text added to messages without {@code noStopClause}, by the receiver's country. */
  StopClause stopClause();

  /** Credits of one segment, in thousandths, by the receiver's country. */
  Rates rates();

  /** The STOP clause. */
  interface StopClause {

    /** For countries without one of their own; the newline before it counts as a character. */
    @WithDefault("\nSTOP:36111")
    String text();

    /** Country in lower case to text. */
    Map<String, String> byCountry();
  }

  /** Prices in credits. */
  interface Rates {

    @WithDefault("1000")
    long otherwise();

    /**
     * Country in lower case to thousandths of a credit; the reference's examples are the defaults.
     */
    Map<String, Long> byCountry();
  }
}
