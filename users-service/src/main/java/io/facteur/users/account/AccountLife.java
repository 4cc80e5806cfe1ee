package io.facteur.users.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.chassis.error.ApiException;
import io.facteur.chassis.event.Outbox;
import io.facteur.users.customer.Customer;
import io.facteur.users.customer.Customers;
import io.facteur.users.input.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Opens, changes and closes accounts, and tells the other services in the same transaction. */
@ApplicationScoped
class AccountLife {

  private static final Logger LOG = Logger.getLogger(AccountLife.class);

  private final Accounts accounts;
  private final Customers customers;
  private final Outbox outbox;
  private final Clock clock;

  AccountLife(Accounts accounts, Customers customers, Outbox outbox, Clock clock) {
    this.accounts = accounts;
    this.customers = customers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Opens an account with the next number, or with the name that is asked for. */
  @Transactional
  AccountReference open(String customerId, NewAccount asked) {
    Customer customer = customers.requireLocked(customerId);
    if (asked.serviceName() == null) {
      return open(
          customer,
          new ServiceName(customer.id(), customer.allotAccountNumber()),
          asked.description());
    }
    ServiceName name = ServiceName.chosen(asked.serviceName(), customer.id());
    Optional<SmsAccount> present = accounts.evenClosed(name.toString());
    if (present.isPresent()) {
      return repeated(present.get());
    }
    customer.takeAccountNumber(name.number());
    return open(customer, name, asked.description());
  }

  /** Changes what a partial body names; the same body again changes nothing. */
  @Transactional
  void change(String customerId, String serviceName, JsonNode body) {
    SmsAccount account = accounts.requireLocked(customerId, serviceName);
    if (account.change(account.settings().with(Fields.of(body)))) {
      tell("changed", account);
    }
  }

  /** Lets an account of a customer send or not. */
  @Transactional
  AccountReference change(String customerId, String serviceName, AccountStatus status) {
    SmsAccount account = accounts.requireLocked(customerId, serviceName);
    if (account.change(status)) {
      tell("changed", account);
    }
    return account.reference();
  }

  /** Closes an account of a customer for good. */
  @Transactional
  void close(String customerId, String serviceName) {
    SmsAccount account = accounts.requireLocked(customerId, serviceName);
    account.close(clock.instant());
    tell("closed", account);
  }

  private AccountReference open(Customer customer, ServiceName name, String description) {
    SmsAccount account = new SmsAccount(customer, name, description, clock.instant());
    accounts.persist(account);
    tell("opened", account);
    return account.reference();
  }

  /** Answers with the account as it is now: its owner may have changed the description since. */
  private static AccountReference repeated(SmsAccount account) {
    if (account.isClosed()) {
      throw ApiException.conflict(
          "serviceName "
              + account.serviceName()
              + " was closed: leave it out to get the next number");
    }
    return account.reference();
  }

  private void tell(String fact, SmsAccount account) {
    AccountState state = account.state();
    outbox.append("facteur.users.account." + fact + ".v1", state);
    LOG.infof(
        "fact=account-%s serviceName=%s version=%d status=%s",
        fact, state.serviceName(), state.version(), state.status());
  }
}
