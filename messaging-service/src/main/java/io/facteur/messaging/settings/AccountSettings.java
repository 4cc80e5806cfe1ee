package io.facteur.messaging.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What this service knows of an SMS account: the latest version that users-service told of. */
@Entity
@Table(name = "account_settings")
public class AccountSettings {

  @Id
  @Column(name = "service_name")
  private String serviceName;

  private long version;
  private String customer;
  private String country;
  private boolean enabled;

  protected AccountSettings() {}

  AccountSettings(AccountFact fact) {
    this.serviceName = fact.serviceName();
    apply(fact);
  }

  /** Takes a newer state over; an older or repeated one changes nothing. */
  void applyIfNewer(AccountFact fact) {
    if (fact.version() > version) {
      apply(fact);
    }
  }

  private void apply(AccountFact fact) {
    this.version = fact.version();
    this.customer = fact.customer();
    this.country = fact.country();
    this.enabled = "enable".equals(fact.status());
  }

  /** ISO 3166 code of the country in which national numbers are read. */
  public String country() {
    return country;
  }

  /** Whose account it is. */
  public String customer() {
    return customer;
  }

  /** Whether it may send. */
  public boolean isEnabled() {
    return enabled;
  }
}
