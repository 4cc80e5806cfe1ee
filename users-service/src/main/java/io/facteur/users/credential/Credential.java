package io.facteur.users.credential;

import io.facteur.users.rule.AccessRule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What an application may do in a customer's name: a consumer key with access rules. Once revoked
 * it never works again; its row stays, so that its key is answered as known but expired.
 */
@Entity
public class Credential {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "application_id")
  private Application application;

  @Column(name = "consumer_key")
  private String consumerKey;

  @Enumerated(EnumType.STRING)
  private CredentialState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<AccessRule> rules;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "allowed_ips")
  private List<String> allowedIps;

  private long version;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  /** For the mapper. */
  protected Credential() {}

  Credential(
      Application application,
      String consumerKey,
      List<AccessRule> rules,
      List<String> allowedIps,
      Instant now) {
    this.application = application;
    this.consumerKey = consumerKey;
    this.state = CredentialState.VALIDATED;
    this.rules = rules;
    this.allowedIps = allowedIps;
    this.version = 1;
    this.createdAt = now;
  }

  Long id() {
    return id;
  }

  Application application() {
    return application;
  }

  List<AccessRule> rules() {
    return rules;
  }

  List<String> allowedIps() {
    return allowedIps;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  /** Its state at a time: what is past its expiration is expired, whatever is stored. */
  CredentialState stateAt(Instant now) {
    boolean isOver = expiresAt != null && !now.isBefore(expiresAt);
    return isOver && state.canBecome(CredentialState.EXPIRED) ? CredentialState.EXPIRED : state;
  }

  /** Ends it for good; says whether it could still be used. */
  boolean revoke() {
    if (!state.canBecome(CredentialState.EXPIRED)) {
      return false;
    }
    state = CredentialState.EXPIRED;
    version++;
    return true;
  }

  CredentialRevoked revoked() {
    return new CredentialRevoked(application.applicationKey(), consumerKey, version);
  }
}
