package io.facteur.chassis.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * From a name to the addresses that may be dialled. What it answers is what is dialled, so a name
 * that changes between a check and the connection gains nothing.
 */
final class GuardedResolver {

  /** Names kept: a bound on memory, far above the number of hosts that are called at once. */
  private static final int CACHED_NAMES = 10_000;

  /** Look-ups at the same time; they block a thread each. */
  private static final int THREADS = 8;

  private final WorkerExecutor lookups;
  private final AddressPolicy policy;
  private final Cache<String, List<InetAddress>> names;

  GuardedResolver(Vertx vertx, AddressPolicy policy, Duration cached) {
    this.lookups = vertx.createSharedWorkerExecutor("guarded-names", THREADS);
    this.policy = policy;
    this.names = Caffeine.newBuilder().maximumSize(CACHED_NAMES).expireAfterWrite(cached).build();
  }

  /**
   * The permitted addresses, IPv4 first, at least one. Fails with {@link HttpRefusal.Unresolvable}
   * or {@link HttpRefusal.BlockedAddress}.
   */
  Future<List<InetAddress>> resolve(String host) {
    List<InetAddress> known = names.getIfPresent(host);
    return known != null
        ? Future.succeededFuture(known)
        : lookups.executeBlocking(() -> lookUp(host), false);
  }

  private List<InetAddress> lookUp(String host) {
    InetAddress[] all;
    try {
      all = InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw new HttpRefusal.Unresolvable(host);
    }
    List<InetAddress> permitted =
        Arrays.stream(all)
            .filter(policy::permits)
            .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
            .toList();
    if (permitted.isEmpty()) {
      throw new HttpRefusal.BlockedAddress(host);
    }
    names.put(host, permitted);
    return permitted;
  }
}
