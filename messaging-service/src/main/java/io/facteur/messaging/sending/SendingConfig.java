package io.facteur.messaging.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How sendings are written. */
@ConfigMapping(prefix = "facteur.accept")
public interface SendingConfig {

  /** Threads that commit: two keep the database busy while one waits for its disk. */
  @WithDefault("2")
  int writers();

  /** Sendings in one transaction. */
  @WithDefault("500")
  int sendingsPerCommit();

  /** Sendings that may wait for a commit; beyond it clients get 503. */
  @WithDefault("20000")
  int queue();

  /** A sending with more messages shares no transaction: its seconds would be everybody's. */
  @WithDefault("1000")
  int messagesPerGroup();

  /** Large sendings that may wait for their commit; beyond it clients get 503. */
  @WithDefault("100")
  int largeQueue();

  /** Messages in one statement: bounds the memory of large lists. */
  @WithDefault("5000")
  int messagesPerStatement();
}
