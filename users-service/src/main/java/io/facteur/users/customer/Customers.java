package io.facteur.users.customer;

import io.facteur.chassis.error.ApiException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;

/** The customers of the platform. */
@ApplicationScoped
public class Customers implements PanacheRepositoryBase<Customer, String> {

  private final Clock clock;

  Customers(Clock clock) {
    this.clock = clock;
  }

  /**
   * The customer, created when it is new.
   *
   * @throws ApiException 409 when one with this id exists and differs
   */
  Customer create(NewCustomer asked) {
    // ON CONFLICT waits for a concurrent twin, so that two at once see one row.
    getEntityManager()
        .createNativeQuery(
            "INSERT INTO customer (id, name, country, created_at) VALUES (?1, ?2, ?3, ?4)"
                + " ON CONFLICT (id) DO NOTHING")
        .setParameter(1, asked.customer())
        .setParameter(2, asked.name())
        .setParameter(3, asked.country())
        .setParameter(4, clock.instant())
        .executeUpdate();
    Customer customer = require(asked.customer());
    if (!customer.isAsAsked(asked)) {
      throw ApiException.conflict(
          "customer "
              + asked.customer()
              + " exists with another name or country: choose another"
              + " id, or repeat the request as it was");
    }
    return customer;
  }

  /**
   * The customer of this id.
   *
   * @throws ApiException 404 when there is none
   */
  public Customer require(String id) {
    return found(id, CustomerId.isValid(id) ? findById(id) : null);
  }

  /**
   * The same, its row locked until the transaction ends.
   *
   * @throws ApiException 404 when there is none
   */
  public Customer requireLocked(String id) {
    return found(id, CustomerId.isValid(id) ? findById(id, LockModeType.PESSIMISTIC_WRITE) : null);
  }

  /** All ids, in order. */
  List<String> ids() {
    return getEntityManager()
        .createQuery("select c.id from Customer c order by c.id", String.class)
        .getResultList();
  }

  private static Customer found(String id, Customer customer) {
    if (customer == null) {
      throw ApiException.noSuchObject("customer", id);
    }
    return customer;
  }
}
