package io.facteur.users.token;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The keys that sign tokens, or did. */
@ApplicationScoped
class SigningKeys implements PanacheRepositoryBase<SigningKey, String> {

  /** Makes replicas that rotate at once take turns, until the transaction ends. */
  void lock() {
    getEntityManager()
        .createNativeQuery("LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE")
        .executeUpdate();
  }

  /** The oldest key in a state. */
  Optional<SigningKey> first(KeyState state) {
    return in(state).stream().findFirst();
  }

  List<SigningKey> in(KeyState state) {
    return list("state = ?1 order by since, id", state);
  }

  /** Keys that a valid token may have been signed with, or soon will. */
  List<SigningKey> published() {
    return list("state <> ?1 order by since, id", KeyState.GONE);
  }
}
