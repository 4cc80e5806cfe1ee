package io.facteur.dlr.callback;

import io.facteur.chassis.event.IncomingEvent;
import io.facteur.chassis.event.Reactions;
import io.facteur.dlr.settings.AccountState;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What users-service tells of accounts. Events may come in any order: the version decides. */
@ApplicationScoped
class AccountEvents {

  private static final String PREFIX = "facteur.users.account.";
  private static final String CLOSED = PREFIX + "closed.v1";

  /** What this service reads of the account's state. */
  record Account(String serviceName, long version, String callBack) {

    AccountState state(boolean closed) {
      return new AccountState(serviceName, version, callBack, closed);
    }
  }

  private final Reactions reactions;
  private final SettingsChange change;

  AccountEvents(Reactions reactions, SettingsChange change) {
    this.reactions = reactions;
    this.change = change;
  }

  @Incoming("users")
  @Blocking
  void on(IncomingEvent event) {
    if (event.type().startsWith(PREFIX)) {
      AccountState state = event.read(Account.class).state(event.type().equals(CLOSED));
      reactions.once(event, () -> change.apply(state));
    }
  }
}
