package io.facteur.users.credential;

import io.facteur.users.customer.Customer;
import io.facteur.users.secret.SecretBox;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/**
 * A program that calls the API. Its secret signs calls and must be readable to check them; it is
 * encrypted at rest, bound to the application's key.
 */
@Entity
public class Application {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "application_key")
  private String applicationKey;

  private byte[] secret;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer")
  private Customer customer;

  @Column(name = "name")
  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For the mapper. */
  protected Application() {}

  Application(ApplicationKeys keys, String name, Customer customer, SecretBox box, Instant now) {
    this.applicationKey = keys.applicationKey();
    this.secret = box.seal(applicationKey, keys.applicationSecret());
    this.name = name;
    this.customer = customer;
    this.createdAt = now;
  }

  Long id() {
    return id;
  }

  String applicationKey() {
    return applicationKey;
  }

  String secret(SecretBox box) {
    return box.open(applicationKey, secret);
  }

  void takeSecret(String plain, SecretBox box) {
    secret = box.seal(applicationKey, plain);
  }

  /** Whether it belongs to the platform's operator. */
  boolean isOperators() {
    return customer == null;
  }

  /** Its customer, or null when it is the operator's. */
  Customer customer() {
    return customer;
  }
}
