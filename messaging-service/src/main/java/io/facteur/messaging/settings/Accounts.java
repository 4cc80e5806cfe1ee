package io.facteur.messaging.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings for the hot path, remembered for seconds. An account whose event is still on its way
 * reads as the default: the gateway has already checked that it exists.
 */
@ApplicationScoped
public class Accounts {

  /** Another replica may have taken the event, so nothing is remembered for longer than this. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final String DEFAULT_COUNTRY = "fr";

  private final Cache<String, Optional<AccountSettings>> cache =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
  private final AccountSettingsRepository accounts;

  Accounts(AccountSettingsRepository accounts) {
    this.accounts = accounts;
  }

  /** The country in which an account's national numbers are read. */
  public String countryOf(String serviceName) {
    return settings(serviceName).map(AccountSettings::country).orElse(DEFAULT_COUNTRY);
  }

  /** Whether the account may send. */
  public boolean maySend(String serviceName) {
    return settings(serviceName).map(AccountSettings::isEnabled).orElse(true);
  }

  void forget(String serviceName) {
    cache.invalidate(serviceName);
  }

  private Optional<AccountSettings> settings(String serviceName) {
    return cache.get(
        serviceName,
        name -> QuarkusTransaction.joiningExisting().call(() -> accounts.findByIdOptional(name)));
  }
}
