package io.facteur.users.credential;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The programs that call the API. */
@ApplicationScoped
class Applications implements PanacheRepository<Application> {

  Optional<Application> withKey(String applicationKey) {
    if (!KeyShape.isPossible(applicationKey)) {
      return Optional.empty();
    }
    return find("applicationKey", applicationKey).firstResultOptional();
  }
}
