package io.facteur.users.account;

import io.facteur.users.customer.Customer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An SMS account: what messages are sent from, and paid by.
 *
 * <p>The operator opens it for a customer, who changes its settings; the operator may disable it
 * and enable it again, and close it for good. Each of these raises its settings version by one and
 * is told to the other services. A closed account is gone for everybody; its row stays, so that its
 * name is never given again.
 */
@Entity
@Table(name = "sms_account")
public class SmsAccount {

  @Id
  @Column(name = "service_name")
  private String serviceName;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "customer")
  private Customer customer;

  @Column(name = "number")
  private int number;

  @Enumerated(EnumType.STRING)
  private AccountStatus status;

  private String channel;

  private String description;

  @Column(name = "call_back")
  private String callBack;

  @Column(name = "stop_call_back")
  private String stopCallBack;

  @Column(name = "automatic_recredit_amount")
  private Long automaticRecreditAmount;

  @Column(name = "recredit_threshold")
  private double recreditThreshold;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "sms_response")
  private SmsResponse smsResponse;

  @JdbcTypeCode(SqlTypes.JSON)
  private Templates templates;

  @Column(name = "settings_version")
  private long settingsVersion;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  /** For the mapper. */
  protected SmsAccount() {}

  SmsAccount(Customer customer, ServiceName name, String description, Instant openedAt) {
    this.serviceName = name.toString();
    this.customer = customer;
    this.number = name.number();
    this.status = AccountStatus.ENABLE;
    this.channel = "both";
    this.settingsVersion = 1;
    this.openedAt = openedAt;
    take(AccountSettings.initial(description));
  }

  String serviceName() {
    return serviceName;
  }

  String customerId() {
    return customer.id();
  }

  String description() {
    return description;
  }

  boolean isClosed() {
    return closedAt != null;
  }

  AccountSettings settings() {
    return new AccountSettings(
        description,
        callBack,
        stopCallBack,
        automaticRecreditAmount,
        recreditThreshold,
        smsResponse,
        templates);
  }

  /** Takes new settings; says whether anything changed. */
  boolean change(AccountSettings next) {
    if (next.equals(settings())) {
      return false;
    }
    take(next);
    settingsVersion++;
    return true;
  }

  /** Lets it send or not; says whether that changed anything. */
  boolean change(AccountStatus next) {
    if (status == next) {
      return false;
    }
    status = next;
    settingsVersion++;
    return true;
  }

  /** Ends it for good; it no longer sends. */
  void close(Instant now) {
    status = AccountStatus.DISABLE;
    closedAt = now;
    settingsVersion++;
  }

  AccountState state() {
    return new AccountState(
        serviceName,
        settingsVersion,
        customer.id(),
        customer.country(),
        status,
        callBack,
        stopCallBack);
  }

  AccountReference reference() {
    return new AccountReference(serviceName, customer.id(), settingsVersion, status, description);
  }

  AccountAnswer answer() {
    return new AccountAnswer(
        automaticRecreditAmount,
        callBack,
        channel,
        recreditThreshold,
        description,
        serviceName,
        false,
        smsResponse,
        status,
        stopCallBack,
        templates);
  }

  private void take(AccountSettings settings) {
    description = settings.description();
    callBack = settings.callBack();
    stopCallBack = settings.stopCallBack();
    automaticRecreditAmount = settings.automaticRecreditAmount();
    recreditThreshold = settings.creditThresholdForAutomaticRecredit();
    smsResponse = settings.smsResponse();
    templates = settings.templates();
  }
}
