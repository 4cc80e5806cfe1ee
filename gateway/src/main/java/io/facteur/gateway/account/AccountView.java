package io.facteur.gateway.account;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceAnswer;
import io.facteur.gateway.upstream.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/** {@code GET /sms/{serviceName}}: the settings, which users keeps, with the credits of billing. */
@Singleton
public class AccountView {

  /** An account that billing has not heard of yet has no credits yet. */
  private static final JsonObject NO_CREDITS =
      new JsonObject()
          .put("creditsLeft", 0.0)
          .put("creditsHoldByQuota", 0.0)
          .put("userQuantityWithQuota", 0);

  private final ServiceClient services;

  AccountView(ServiceClient services) {
    this.services = services;
  }

  /** The whole {@code sms.Account} as JSON; both services are asked at the same time. */
  public Future<Buffer> read(Account account) {
    String name = account.serviceName();
    TokenScope owner = TokenScope.customer(account.customer(), name, account.settingsVersion());
    Future<ServiceAnswer> settings = services.get(Service.USERS, "/sms/" + name, owner);
    Future<ServiceAnswer> credits =
        services.get(Service.BILLING, "/internal/balances/" + name, TokenScope.gateway(name));
    return Future.all(settings, credits).map(both -> merged(settings.result(), credits.result()));
  }

  private static Buffer merged(ServiceAnswer settings, ServiceAnswer credits) {
    boolean creditsKnown = credits.ok() || credits.absent();
    if (!settings.ok() || !creditsKnown) {
      throw Refusal.UNAVAILABLE.because(
          "This account can't be read at the moment, try again shortly");
    }
    JsonObject balance = credits.ok() ? credits.json() : NO_CREDITS;
    JsonObject account = settings.json();
    NO_CREDITS.fieldNames().forEach(field -> account.put(field, balance.getValue(field)));
    return account.toBuffer();
  }
}
