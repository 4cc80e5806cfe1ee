package io.facteur.messaging.sender;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * A sender of one SMS account. Asked for by the account's owner, it waits for validation, is
 * enabled or refused by who runs the platform, and can be disabled and enabled by its owner
 * afterwards.
 */
@Entity
@Table(name = "sender")
@IdClass(Sender.Key.class)
public class Sender {

  @Id
  @Column(name = "service_name")
  private String serviceName;

  @Id private String sender;

  @Enumerated(EnumType.STRING)
  private SenderStatus status;

  private String type;
  private String description;
  private String reason;
  private String comment;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Sender() {}

  Sender(Key key, String description, String reason, SenderStatus status, Instant createdAt) {
    this.serviceName = key.serviceName();
    this.sender = key.sender();
    this.description = description;
    this.reason = reason;
    this.status = status;
    this.createdAt = createdAt;
    this.type = SenderName.isNumeric(sender) ? "numeric" : "alpha";
  }

  /** Whether messages may leave under this name. */
  public boolean isEnabled() {
    return status == SenderStatus.ENABLE;
  }

  /** Why the owner wants it, for who validates it. */
  String reason() {
    return reason;
  }

  /** When it was asked for; the oldest is validated first. */
  Instant createdAt() {
    return createdAt;
  }

  SenderStatus status() {
    return status;
  }

  SenderView view() {
    return new SenderView(sender, type, description, status, comment, "custom", null);
  }

  /** An account's sender is one by its name, as it was written. */
  public record Key(String serviceName, String sender) implements Serializable {}
}
