package io.facteur.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of the front door; every one of them has a default that suits one machine. */
@ConfigMapping(prefix = "facteur.gateway")
public interface GatewayConfig {

  /**
   * How far a signed call's timestamp may be from this clock, in either direction. OVH does not
   * publish its own figure; five minutes forgives a client that never asks for the time, and bounds
   * how long an overheard call can be repeated.
   */
  @WithDefault("300s")
  Duration timestampTolerance();

  /** The largest body of one request; beyond it 413. */
  @WithDefault("10M")
  MemorySize maxBody();

  /** All bodies that are held at once, because a signature covers the whole; beyond it 503. */
  @WithDefault("64M")
  MemorySize maxBodiesInFlight();

  /**
   * Calls that one credential may make in a second, over all replicas; beyond it 429. High enough
   * for a campaign sent message by message, low enough that one customer leaves room for others. 0
   * switches the limit off.
   */
  @WithDefault("20000")
  int callsPerSecond();

  /** What users-service said, and how long it is believed. */
  Cache cache();

  /** How the services behind are called. */
  Upstream upstream();

  /** Sizes and lifetimes of what is remembered in this process. */
  interface Cache {

    /** Credentials, accounts and internal tokens, each; about 2 KiB an entry. */
    @WithDefault("10000")
    int maxEntries();

    /**
     * Credentials and accounts are dropped by events the moment they change; this bounds how long a
     * change can go unseen while the broker is away.
     */
    @WithDefault("60s")
    Duration ttl();

    /** Unknown keys and accounts; short, so that what was just created is seen. */
    @WithDefault("2s")
    Duration negativeTtl();
  }

  /** The HTTP client towards the services. */
  interface Upstream {

    /** Connections to one service from one event loop. */
    @WithDefault("64")
    int poolSize();

    /** Requests that wait for a connection, by event loop; beyond it 503. */
    @WithDefault("1024")
    int maxWaiting();

    /** A service on the same network answers a connect at once, or is down. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** Silence of a service that ends a call with 504; longer than its own slowest time-out. */
    @WithDefault("30s")
    Duration answerTimeout();
  }
}
