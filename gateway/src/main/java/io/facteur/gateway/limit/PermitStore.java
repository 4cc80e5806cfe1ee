package io.facteur.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Counts the permits that all replicas took, in Redis. */
@Singleton
class PermitStore {

  private static final Logger LOG = Logger.getLogger(PermitStore.class);

  /** Counts, and lets the count end by itself after its second. */
  private static final String TAKE =
      """
      local taken = redis.call('INCRBY', KEYS[1], ARGV[1])
      if taken == tonumber(ARGV[1]) then redis.call('EXPIRE', KEYS[1], 2) end
      return taken
      """;

  /** A call is not worth a longer wait for its limit. */
  private static final long TIMEOUT_MILLIS = 100;

  private final RedisAPI redis;

  PermitStore(RedisAPI redis) {
    this.redis = redis;
  }

  /**
   * Takes permits of one second.
   *
   * @return how many were taken in this second so far, these included; as if they were the first
   *     while Redis can't be asked
   */
  Future<Integer> take(String name, long second, int permits) {
    String key = "facteur:calls:" + name + ":" + second;
    return redis
        .eval(List.of(TAKE, "1", key, Integer.toString(permits)))
        .timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .map(taken -> taken.toInteger())
        .otherwise(
            problem -> {
              LOG.debugf(problem, "fact=calls-unlimited credential=%s", name);
              return permits;
            });
  }
}
