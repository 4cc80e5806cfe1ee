package io.facteur.gateway.account;

import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.rule.AccessRules;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceAnswer;
import io.facteur.gateway.upstream.ServiceClient;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;

/** {@code GET /sms}: the customer's SMS accounts, as far as the token opens them. */
@Singleton
public class AccountList {

  private final ServiceClient services;

  AccountList(ServiceClient services) {
    this.services = services;
  }

  /** A JSON array of serviceNames. */
  public Future<Buffer> read(String customer, AccessRules rules) {
    return services
        .get(Service.USERS, "/sms", TokenScope.customer(customer))
        .map(answer -> opened(answer, rules));
  }

  private static Buffer opened(ServiceAnswer answer, AccessRules rules) {
    if (!answer.ok()) {
      throw Refusal.UNAVAILABLE.because(
          "The users service can't list your accounts at the moment, try again shortly");
    }
    JsonArray opened = new JsonArray();
    for (Object serviceName : answer.body().toJsonArray()) {
      if (rules.open(serviceName.toString())) {
        opened.add(serviceName);
      }
    }
    return opened.toBuffer();
  }
}
