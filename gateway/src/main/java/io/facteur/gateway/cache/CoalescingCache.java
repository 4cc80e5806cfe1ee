package io.facteur.gateway.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A bounded cache whose misses share one load. What is dropped while its load is under way is not
 * kept when the load ends, so that an answer from before a change never outlives the change. Failed
 * loads are not kept at all.
 *
 * @param <K> what is asked for
 * @param <V> what was answered; absence is a value too, if it is to be remembered
 */
public final class CoalescingCache<K, V> {

  private final Vertx vertx;
  private final AsyncCache<K, V> cache;

  /**
   * @param maxEntries beyond it the least used go
   * @param lifetime of an entry, by its value
   */
  public CoalescingCache(Vertx vertx, int maxEntries, Function<V, Duration> lifetime) {
    this.vertx = vertx;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(maxEntries)
            .expireAfter(Expiry.<K, V>creating((key, value) -> lifetime.apply(value)))
            .buildAsync();
  }

  /** The remembered value at once, or the outcome of a load, on the caller's context. */
  public Future<V> get(K key, Supplier<Future<V>> load) {
    CompletableFuture<V> known = cache.getIfPresent(key);
    if (known == null) {
      known = join(key, load);
    }
    if (known.isDone() && !known.isCompletedExceptionally()) {
      return Future.succeededFuture(known.join());
    }
    return Future.fromCompletionStage(known, vertx.getOrCreateContext());
  }

  /** The load starts after its place is taken: nothing runs under the cache's lock. */
  private CompletableFuture<V> join(K key, Supplier<Future<V>> load) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> taken = cache.get(key, (k, executor) -> mine);
    if (taken == mine) {
      load.get().onSuccess(mine::complete).onFailure(mine::completeExceptionally);
    }
    return taken;
  }

  /** Forgets one entry, and the outcome of a load for it that is under way. */
  public void drop(K key) {
    cache.synchronous().invalidate(key);
  }

  /** Forgets everything, the outcomes of loads under way included. */
  public void dropAll() {
    cache.synchronous().invalidateAll();
  }
}
