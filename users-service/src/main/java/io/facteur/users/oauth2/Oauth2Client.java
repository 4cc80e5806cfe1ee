package io.facteur.users.oauth2;

import io.facteur.users.customer.Customer;
import io.facteur.users.rule.AccessRule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A program that asks for tokens with its own secret (RFC 6749, client credentials). Once revoked
 * it gets none any more, for good.
 */
@Entity
@Table(name = "oauth2_client")
public class Oauth2Client {

  @Id
  @Column(name = "client_id")
  private String clientId;

  @Column(name = "secret_hash")
  private byte[] secretHash;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer")
  private Customer customer;

  @Column(name = "name")
  private String name;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<AccessRule> rules;

  private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  /** For the mapper. */
  protected Oauth2Client() {}

  Oauth2Client(
      IssuedOauth2Client keys,
      String name,
      Customer customer,
      List<AccessRule> rules,
      Instant now) {
    this.clientId = keys.clientId();
    this.secretHash = SecretHash.of(keys.clientSecret());
    this.name = name;
    this.customer = customer;
    this.rules = rules;
    this.version = 1;
    this.createdAt = now;
  }

  /** Its id. */
  public String clientId() {
    return clientId;
  }

  /** Id of the customer in whose name it calls. */
  public String customerId() {
    return customer.id();
  }

  /** What its tokens may call. */
  public List<AccessRule> rules() {
    return rules;
  }

  /** Whether the secret is its own, and it still gets tokens. */
  public boolean accepts(String secret) {
    return SecretHash.matches(secretHash, secret) && !isRevoked();
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  /** Ends it for good; says whether it was still in use. */
  boolean revoke(Instant now) {
    if (isRevoked()) {
      return false;
    }
    revokedAt = now;
    version++;
    return true;
  }

  Oauth2ClientRevoked revoked() {
    return new Oauth2ClientRevoked(clientId, version);
  }

  Oauth2ClientAnswer answer() {
    return new Oauth2ClientAnswer(
        clientId, customer.id(), name, isRevoked() ? "expired" : "validated", rules, createdAt);
  }
}
