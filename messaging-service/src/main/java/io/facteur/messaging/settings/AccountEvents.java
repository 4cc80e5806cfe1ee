package io.facteur.messaging.settings;

import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the accounts' settings as users-service tells them. */
@ApplicationScoped
public class AccountEvents {

  private static final String ACCOUNT = "facteur.users.account.";
  private static final String CLOSED = "facteur.users.account.closed.v1";

  private final Reactions reactions;
  private final AccountSettingsRepository accounts;
  private final Accounts cache;

  AccountEvents(Reactions reactions, AccountSettingsRepository accounts, Accounts cache) {
    this.reactions = reactions;
    this.accounts = accounts;
    this.cache = cache;
  }

  @Incoming("users")
  @Blocking
  void on(IncomingEvent event) {
    if (!event.type().startsWith(ACCOUNT)) {
      return;
    }
    AccountFact fact = tombstoned(event, event.read(AccountFact.class));
    reactions.once(event, () -> apply(fact));
    cache.forget(fact.serviceName());
  }

  /** A closed account stays as a disabled row, so that an older event can't bring it back. */
  private static AccountFact tombstoned(IncomingEvent event, AccountFact fact) {
    return event.type().equals(CLOSED)
        ? new AccountFact(
            fact.serviceName(), fact.version(), fact.customer(), fact.country(), "disable")
        : fact;
  }

  private void apply(AccountFact fact) {
    AccountSettings known = accounts.findById(fact.serviceName(), LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      accounts.persist(new AccountSettings(fact));
    } else {
      known.applyIfNewer(fact);
    }
  }
}
