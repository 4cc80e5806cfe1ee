package io.facteur.messaging.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How contact files are fetched. */
@ConfigMapping(prefix = "facteur.contacts")
public interface ContactConfig {

  /** From the first name lookup to the last byte: a client waits for its answer meanwhile. */
  @WithDefault("10s")
  Duration documentTime();

  /** Bytes of one file: 64 MiB, a million rows with some columns. */
  @WithDefault("67108864")
  long documentBytes();

  /** Redirects that are followed; each is checked like the first address. */
  @WithDefault("5")
  int redirects();

  /** Files that are fetched at the same time; each keeps a thread waiting. */
  @WithDefault("16")
  int documentsAtOnce();

  /** Of these, at most so many of one account, so that its slow host does not stop the others. */
  @WithDefault("4")
  int documentsPerAccount();
}
