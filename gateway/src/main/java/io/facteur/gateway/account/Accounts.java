package io.facteur.gateway.account;

import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.cache.CoalescingCache;
import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceAnswer;
import io.facteur.gateway.upstream.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Whose an SMS account is: asked of users-service, and remembered until it changes. */
@Singleton
public class Accounts {

  /** Longer than any serviceName; what is longer does not exist and is not asked about. */
  private static final int MAX_NAME = 64;

  private final CoalescingCache<String, Optional<Account>> known;
  private final ServiceClient services;

  Accounts(Vertx vertx, GatewayConfig config, ServiceClient services) {
    Duration ttl = config.cache().ttl();
    Duration negativeTtl = config.cache().negativeTtl();
    this.known =
        new CoalescingCache<>(
            vertx, config.cache().maxEntries(), account -> account.isPresent() ? ttl : negativeTtl);
    this.services = services;
  }

  /**
   * The account, if it is this customer's; else the same 404 whether it is another's or nobody's.
   */
  public Future<Account> ofCustomer(String serviceName, String customer) {
    return find(serviceName)
        .map(
            account ->
                account
                    .filter(it -> it.customer().equals(customer))
                    .orElseThrow(() -> absent(serviceName)));
  }

  /** The account, whoever's it is: for the operator. */
  public Future<Account> ofAnyone(String serviceName) {
    return find(serviceName).map(account -> account.orElseThrow(() -> absent(serviceName)));
  }

  /** Forgets one account, because it changed. */
  public void drop(String serviceName) {
    known.drop(serviceName);
  }

  /** Forgets all, because changes may have been missed. */
  public void dropAll() {
    known.dropAll();
  }

  private Future<Optional<Account>> find(String serviceName) {
    return serviceName.length() > MAX_NAME
        ? Future.succeededFuture(Optional.empty())
        : known.get(serviceName, () -> ask(serviceName));
  }

  private Future<Optional<Account>> ask(String serviceName) {
    String segment = URLEncoder.encode(serviceName, StandardCharsets.UTF_8).replace("+", "%20");
    return services
        .get(Service.USERS, "/internal/accounts/" + segment, TokenScope.gateway(null))
        .map(Accounts::read);
  }

  private static Optional<Account> read(ServiceAnswer answer) {
    if (answer.absent()) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw Refusal.UNAVAILABLE.because(
          "The users service can't tell at the moment whose this account is, try again shortly");
    }
    JsonObject account = answer.json();
    return Optional.of(
        new Account(
            account.getString("serviceName"),
            account.getString("customer"),
            account.getLong("settingsVersion")));
  }

  private static Refused absent(String serviceName) {
    return Refusal.NO_SUCH_OBJECT.because(
        "The requested object (serviceName = " + serviceName + ") does not exist");
  }
}
