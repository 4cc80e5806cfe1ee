package io.facteur.users.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/**
 * Who owns SMS accounts. The operator creates it; its row is locked while it gets another account,
 * so that two at once never get the same number.
 */
@Entity
public class Customer {

  @Id private String id;

  private String name;

  private String country;

  @Column(name = "last_account_number")
  private int lastAccountNumber;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For the mapper. */
  protected Customer() {}

  /** Its id, such as {@code fa00001}. */
  public String id() {
    return id;
  }

  /** ISO 3166 code in lower case. */
  public String country() {
    return country;
  }

  /** The number of its next SMS account; call it with the row locked. */
  public int allotAccountNumber() {
    lastAccountNumber++;
    return lastAccountNumber;
  }

  /** Takes a number that the operator chose, so that no later account gets it. */
  public void takeAccountNumber(int number) {
    lastAccountNumber = Math.max(lastAccountNumber, number);
  }

  /** Whether it is what a repeated request asks for. */
  boolean isAsAsked(NewCustomer asked) {
    return name.equals(asked.name()) && country.equals(asked.country());
  }

  CustomerAnswer answer() {
    return new CustomerAnswer(id, name, country, createdAt);
  }
}
