package io.facteur.messaging.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a slot may hold. */
@ConfigMapping(prefix = "facteur.receivers")
public interface ReceiverConfig {

  /** Contacts in one slot. */
  @WithDefault("1000000")
  int rows();

  /** Wrong rows that are kept to be reported with each job; the others are counted. */
  @WithDefault("1000")
  int wrongRows();

  /** Characters of a slot's description. */
  @WithDefault("255")
  int descriptionCharacters();

  /** Longest time that a file may take to get into the database. */
  @WithDefault("2m")
  Duration loadTime();
}
