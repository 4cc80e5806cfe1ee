package io.facteur.users.oauth2;

import io.facteur.chassis.error.ApiException;
import io.facteur.chassis.event.Outbox;
import io.facteur.users.customer.Customer;
import io.facteur.users.customer.Customers;
import io.facteur.users.input.Text;
import io.facteur.users.rule.AccessRule;
import io.facteur.users.rule.RequestedRule;
import io.facteur.users.secret.KeyMaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes OAuth2 clients and revokes them. */
@ApplicationScoped
class Oauth2ClientLife {

  private static final Logger LOG = Logger.getLogger(Oauth2ClientLife.class);

  /** The rules travel in each token, in one HTTP header; servers take about 8 KB of headers. */
  private static final int MAX_RULE_CHARACTERS = 2_000;

  private final Oauth2Clients clients;
  private final Customers customers;
  private final KeyMaker keys;
  private final Outbox outbox;
  private final Clock clock;

  Oauth2ClientLife(
      Oauth2Clients clients, Customers customers, KeyMaker keys, Outbox outbox, Clock clock) {
    this.clients = clients;
    this.customers = customers;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A new client of a customer, which gets tokens at once. */
  @Transactional
  IssuedOauth2Client issue(String customerId, NewOauth2Client asked) {
    Customer customer = customers.require(customerId);
    String name = Text.line("name", asked.name(), 100);
    List<AccessRule> rules = RequestedRule.checked(asked.rules());
    refuseTooMuch(rules);
    IssuedOauth2Client issued = new IssuedOauth2Client(keys.clientId(), keys.clientSecret());
    clients.persist(new Oauth2Client(issued, name, customer, rules, clock.instant()));
    LOG.infof("fact=oauth2-client-issued customer=%s clientId=%s", customerId, issued.clientId());
    return issued;
  }

  /** Ends a client for good; doing so again changes nothing. */
  @Transactional
  void revoke(String clientId) {
    Oauth2Client client =
        clients
            .withIdLocked(clientId)
            .orElseThrow(() -> ApiException.noSuchObject("clientId", clientId));
    if (client.revoke(clock.instant())) {
      outbox.append("facteur.users.oauth2-client.revoked.v1", client.revoked());
      LOG.infof("fact=oauth2-client-revoked clientId=%s", clientId);
    }
  }

  private static void refuseTooMuch(List<AccessRule> rules) {
    int characters = rules.stream().mapToInt(rule -> rule.path().length() + 10).sum();
    if (characters > MAX_RULE_CHARACTERS) {
      throw ApiException.invalid(
          "rules",
          "are too long for a token: use fewer or shorter ones, or several clients ("
              + characters
              + " of "
              + MAX_RULE_CHARACTERS
              + " characters, 10 for each rule included)");
    }
  }
}
