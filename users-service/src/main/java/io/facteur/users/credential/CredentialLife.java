package io.facteur.users.credential;

import io.facteur.chassis.error.ApiException;
import io.facteur.chassis.event.Outbox;
import io.facteur.users.customer.Customer;
import io.facteur.users.customer.Customers;
import io.facteur.users.input.Text;
import io.facteur.users.rule.AccessRule;
import io.facteur.users.rule.AllowedIps;
import io.facteur.users.rule.RequestedRule;
import io.facteur.users.secret.KeyMaker;
import io.facteur.users.secret.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Issues credentials and revokes them. */
@ApplicationScoped
class CredentialLife {

  private static final Logger LOG = Logger.getLogger(CredentialLife.class);

  private final Applications applications;
  private final Credentials credentials;
  private final Customers customers;
  private final KeyMaker keys;
  private final SecretBox box;
  private final Outbox outbox;
  private final Clock clock;

  CredentialLife(
      Applications applications,
      Credentials credentials,
      Customers customers,
      KeyMaker keys,
      SecretBox box,
      Outbox outbox,
      Clock clock) {
    this.applications = applications;
    this.credentials = credentials;
    this.customers = customers;
    this.keys = keys;
    this.box = box;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A new application of a customer, with one credential that works at once. */
  @Transactional
  IssuedCredential issue(String customerId, NewCredential asked) {
    Customer customer = customers.require(customerId);
    String name = Text.line("application", asked.application(), 100);
    List<AccessRule> rules = RequestedRule.checked(asked.rules());
    List<String> allowedIps = AllowedIps.checked(asked.allowedIPs());
    ApplicationKeys pair = new ApplicationKeys(keys.applicationKey(), keys.applicationSecret());
    Application application = new Application(pair, name, customer, box, clock.instant());
    applications.persist(application);
    String consumerKey = keys.consumerKey();
    credentials.persist(
        new Credential(application, consumerKey, rules, allowedIps, clock.instant()));
    LOG.infof(
        "fact=credential-issued customer=%s applicationKey=%s rules=%d",
        customerId, pair.applicationKey(), rules.size());
    return new IssuedCredential(pair.applicationKey(), pair.applicationSecret(), consumerKey);
  }

  /** Ends a credential for good; doing so again changes nothing. */
  @Transactional
  void revoke(String consumerKey) {
    Credential credential =
        credentials
            .withKeyLocked(consumerKey)
            .orElseThrow(() -> ApiException.noSuchObject("consumerKey", consumerKey));
    if (credential.revoke()) {
      CredentialRevoked fact = credential.revoked();
      outbox.append("facteur.users.credential.revoked.v1", fact);
      LOG.infof(
          "fact=credential-revoked applicationKey=%s version=%d",
          fact.applicationKey(), fact.version());
    }
  }
}
