package io.facteur.messaging.link;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.facteur.chassis.error.ApiException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Which link carries a new message. */
@ApplicationScoped
public class Links {

  private static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final LoadingCache<String, Optional<String>> preferred;

  Links(LinkRepository links) {
    this.preferred =
        Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .build(
                all ->
                    QuarkusTransaction.joiningExisting()
                        .call(() -> links.enabled().stream().map(Link::name).findFirst()));
  }

  /**
   * The enabled link with the lowest priority value.
   *
   * @throws ApiException 503 when there is none
   */
  public String preferred() {
    return preferred
        .get("all")
        .orElseThrow(
            () ->
                ApiException.unavailable(
                    "No operator is connected: whoever runs the platform adds an SMPP link",
                    RETRY_AFTER));
  }
}
