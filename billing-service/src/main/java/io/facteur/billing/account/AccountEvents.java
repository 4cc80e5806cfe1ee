package io.facteur.billing.account;

import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps billing's picture of the SMS accounts up to date. */
@ApplicationScoped
public class AccountEvents {

  private static final String CLOSED = "facteur.users.account.closed.v1";

  private final Reactions reactions;
  private final SmsAccounts accounts;

  AccountEvents(Reactions reactions, SmsAccounts accounts) {
    this.reactions = reactions;
    this.accounts = accounts;
  }

  @Incoming("users")
  @Blocking
  public void on(IncomingEvent event) {
    switch (event.type()) {
      case "facteur.users.account.opened.v1", "facteur.users.account.changed.v1", CLOSED ->
          reactions.once(event, () -> accounts.apply(state(event)));
      default -> {
        // The address carries facts that are nothing to billing.
      }
    }
  }

  private static AccountState state(IncomingEvent event) {
    AccountState state = event.read(AccountState.class);
    return event.type().equals(CLOSED) ? state.closed() : state;
  }
}
