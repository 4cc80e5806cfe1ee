package io.facteur.users.oauth2;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The programs that ask for tokens. */
@ApplicationScoped
public class Oauth2Clients implements PanacheRepositoryBase<Oauth2Client, String> {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{16}");

  /** The client of this id, revoked or not. */
  public Optional<Oauth2Client> withId(String clientId) {
    return isPossible(clientId) ? findByIdOptional(clientId) : Optional.empty();
  }

  /** The same, its row locked until the transaction ends. */
  Optional<Oauth2Client> withIdLocked(String clientId) {
    return isPossible(clientId)
        ? findByIdOptional(clientId, LockModeType.PESSIMISTIC_WRITE)
        : Optional.empty();
  }

  /** Ids of a customer's clients that still get tokens, oldest first. */
  List<String> idsOf(String customer) {
    return getEntityManager()
        .createQuery(
            "select c.clientId from Oauth2Client c where c.customer.id = ?1"
                + " and c.revokedAt is null order by c.createdAt, c.clientId",
            String.class)
        .setParameter(1, customer)
        .getResultList();
  }

  private static boolean isPossible(String clientId) {
    return clientId != null && SHAPE.matcher(clientId).matches();
  }
}
