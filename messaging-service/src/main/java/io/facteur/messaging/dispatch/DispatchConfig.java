package io.facteur.messaging.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How messages get from the database to the operators. */
@ConfigMapping(prefix = "facteur.dispatch")
public interface DispatchConfig {

  /**
   * Name of this process, the same after a restart: what it had claimed then comes back at once.
   * Replicas need names of their own. The host name when absent.
   */
  Optional<String> instance();

  /** A process says this often that it is alive. */
  @WithDefault("5s")
  Duration renewEvery();

  /** What a process that was silent for this long had claimed goes to the others. */
  @WithDefault("30s")
  Duration staleAfter();

  /**
   * A process that could not say so for this long submits no more. Well below {@link #staleAfter},
   * so that two never submit the same message because of a pause.
   */
  @WithDefault("20s")
  Duration freshFor();

  /**
   * Least time from one commit of answers to the next, while less than half of the window is in
   * use: a commit costs as much as ten answers in it. Shorter, and a kill repeats fewer messages.
   */
  @WithDefault("10ms")
  Duration resultPace();

  /** How often due messages are looked for when nothing announces them. */
  @WithDefault("200ms")
  Duration poll();

  /** How often waiting rows are woken and overdue ones refused. */
  @WithDefault("100ms")
  Duration wakeEvery();

  /** First pause after a throttled or temporarily refused submit; doubles with each attempt. */
  @WithDefault("250ms")
  Duration firstBackoff();

  /** Longest pause between two attempts. */
  @WithDefault("1m")
  Duration longestBackoff();

  /** Submits of a segment whose outcome is unknown (no answer) before it stands as unknown. */
  @WithDefault("2")
  int submissionsWhenUnknown();

  /** Results in one transaction. */
  @WithDefault("500")
  int resultBatch();

  /** An operator that is silent for this long gets an enquire_link. */
  @WithDefault("30s")
  Duration enquireLink();

  /** A submit without an answer for this long ends the session. */
  @WithDefault("60s")
  Duration responseTimer();
}
