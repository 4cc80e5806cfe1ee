package io.facteur.users.account;

import io.facteur.chassis.error.ApiException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/**
 * The SMS accounts of all customers. Those that are closed are found by {@link #evenClosed} only.
 */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<SmsAccount, String> {

  /**
   * An open account.
   *
   * @throws ApiException 404 when there is none of this name
   */
  SmsAccount require(String serviceName) {
    return open(serviceName, evenClosed(serviceName));
  }

  /**
   * An open account of a customer; that of another is as good as none.
   *
   * @throws ApiException 404 when there is none of this name
   */
  SmsAccount requireOf(String customer, String serviceName) {
    return owned(customer, require(serviceName));
  }

  /**
   * The same, its row locked until the transaction ends.
   *
   * @throws ApiException 404 when there is none of this name
   */
  SmsAccount requireLocked(String customer, String serviceName) {
    Optional<SmsAccount> account =
        ServiceName.isValid(serviceName)
            ? findByIdOptional(serviceName, LockModeType.PESSIMISTIC_WRITE)
            : Optional.empty();
    return owned(customer, open(serviceName, account));
  }

  Optional<SmsAccount> evenClosed(String serviceName) {
    return ServiceName.isValid(serviceName) ? findByIdOptional(serviceName) : Optional.empty();
  }

  /** Names of a customer's open accounts, in the order of their numbers. */
  List<String> namesOf(String customer) {
    return getEntityManager()
        .createQuery(
            "select a.serviceName from SmsAccount a"
                + " where a.customer.id = ?1 and a.closedAt is null order by a.number",
            String.class)
        .setParameter(1, customer)
        .getResultList();
  }

  private static SmsAccount owned(String customer, SmsAccount account) {
    if (!account.customerId().equals(customer)) {
      throw ApiException.noSuchObject("serviceName", account.serviceName());
    }
    return account;
  }

  private static SmsAccount open(String serviceName, Optional<SmsAccount> account) {
    return account
        .filter(found -> !found.isClosed())
        .orElseThrow(() -> ApiException.noSuchObject("serviceName", serviceName));
  }
}
