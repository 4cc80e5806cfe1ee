package io.facteur.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.credential.Credential;
import io.facteur.gateway.error.Refusal;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Calls per second and credential, over all replicas. A replica takes permits from Redis a tenth of
 * a second's worth at a time, so that a call costs no round trip. Without Redis there is no limit.
 */
@Singleton
public class CallLimit {

  private static final int PORTIONS = 10;

  private final int perSecond;
  private final PermitStore store;
  private final Clock clock;
  private final Cache<String, Permits> held;

  @Inject
  CallLimit(GatewayConfig config, PermitStore store, Clock clock) {
    this(config.callsPerSecond(), config.cache().maxEntries(), store, clock);
  }

  CallLimit(int perSecond, int maxEntries, PermitStore store, Clock clock) {
    this.perSecond = perSecond;
    this.store = store;
    this.clock = clock;
    this.held = Caffeine.newBuilder().maximumSize(maxEntries).build();
  }

  /** Fails with 429 when the credential has made its calls of this second. */
  public Future<Void> check(Credential credential) {
    if (perSecond <= 0) {
      return Future.succeededFuture();
    }
    String name = credential.origin().name();
    Permits permits = ofSecond(name, clock.millis() / 1000);
    return permits.take() ? Future.succeededFuture() : takeMore(name, permits);
  }

  private Permits ofSecond(String name, long second) {
    Permits present = held.getIfPresent(name);
    return present != null && present.second() == second
        ? present
        : held.asMap()
            .compute(
                name,
                (key, old) -> old == null || old.second() != second ? new Permits(second) : old);
  }

  /**
   * Calls that find nothing left wait for one portion together: each taking its own would use all
   * up.
   */
  private Future<Void> takeMore(String name, Permits permits) {
    if (permits.exhausted()) {
      return Future.failedFuture(tooMany());
    }
    return permits
        .refill(() -> portion(name, permits))
        .compose(refilled -> permits.take() ? Future.succeededFuture() : takeMore(name, permits));
  }

  private Future<Void> portion(String name, Permits permits) {
    int portion = Math.max(1, perSecond / PORTIONS);
    return store
        .take(name, permits.second(), portion)
        .compose(
            taken -> {
              if (taken - portion >= perSecond) {
                permits.exhaust();
                return Future.failedFuture(tooMany());
              }
              permits.add(portion);
              return Future.succeededFuture();
            });
  }

  private Throwable tooMany() {
    return Refusal.TOO_MANY_CALLS.because(
        "Too many calls: at most "
            + perSecond
            + " a second are taken from one credential; slow down");
  }
}
