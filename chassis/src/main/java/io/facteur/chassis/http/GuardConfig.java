package io.facteur.chassis.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the guarded client may reach. Without any setting: the public internet, nothing else. */
@ConfigMapping(prefix = "facteur.guard")
public interface GuardConfig {

  /**
   * Networks in CIDR notation that are opened although they are not public, such as {@code
   * 127.0.0.0/8,10.20.0.0/16}. For a local stack, or for customers who live on a private network.
   */
  Optional<List<String>> allow();

  /** Ports that stay closed on every address: those on which Facteur itself listens. */
  Optional<Set<Integer>> deniedPorts();

  /** A host that has not accepted the connection by then counts as not answering. */
  @WithDefault("5s")
  Duration connectTimeout();

  /**
   * Connections to one host at the same time; more wait, inside their own deadline. Bounds what one
   * slow host can hold.
   */
  @WithDefault("128")
  int connectionsPerHost();

  /**
   * An idle connection is kept this long for the next request to the same host. Below the 5 s after
   * which common servers close it, so that no request meets its end.
   */
  @WithDefault("4s")
  Duration keepAlive();

  /** A resolved name is used this long; short, since customers move their hosts. */
  @WithDefault("30s")
  Duration nameCache();
}
