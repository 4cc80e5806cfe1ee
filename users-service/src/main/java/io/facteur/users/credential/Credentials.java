package io.facteur.users.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** What applications may do. */
@ApplicationScoped
class Credentials implements PanacheRepository<Credential> {

  /** The credential with its application, in one query. */
  Optional<Credential> withKey(String consumerKey) {
    if (!KeyShape.isPossible(consumerKey)) {
      return Optional.empty();
    }
    return find(
            "from Credential c join fetch c.application a left join fetch a.customer"
                + " where c.consumerKey = ?1",
            consumerKey)
        .firstResultOptional();
  }

  /** The same, its row locked until the transaction ends. */
  Optional<Credential> withKeyLocked(String consumerKey) {
    if (!KeyShape.isPossible(consumerKey)) {
      return Optional.empty();
    }
    return find("consumerKey", consumerKey)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }
}
