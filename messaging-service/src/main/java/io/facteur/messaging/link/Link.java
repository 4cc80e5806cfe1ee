package io.facteur.messaging.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * An SMPP link to an operator: where to bind, as whom, and how much it carries. One process at a
 * time holds its lease and has its session.
 */
@Entity
@Table(name = "link")
public class Link {

  private static final int DEFAULT_WINDOW = 10;

  @Id private String name;
  private String host;
  private int port;

  @Column(name = "system_id")
  private String systemId;

  private String password;
  private boolean tls;

  @Column(name = "window_size")
  private int window;

  private int throughput;
  private int priority;
  private boolean enabled;
  private long version;

  protected Link() {}

  Link(LinkRequest request) {
    this.name = request.name();
    change(request);
    this.version = 1;
  }

  /** Takes the new description over; the running session is replaced when it sees the version. */
  void change(LinkRequest request) {
    this.host = request.host().strip();
    this.port = request.port();
    this.systemId = request.systemId();
    this.password = request.password();
    this.tls = Boolean.TRUE.equals(request.tls());
    this.window = request.window() == null ? DEFAULT_WINDOW : request.window();
    this.throughput = request.throughput() == null ? 0 : request.throughput();
    this.priority = request.priority() == null ? 0 : request.priority();
    this.enabled = !Boolean.FALSE.equals(request.enabled());
    this.version++;
  }

  public String name() {
    return name;
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  public String systemId() {
    return systemId;
  }

  public String password() {
    return password;
  }

  public boolean tls() {
    return tls;
  }

  /** Submits that may be without an answer at a time. */
  public int window() {
    return window;
  }

  /** Segments per second, 0 for no limit of our own. */
  public int throughput() {
    return throughput;
  }

  /** Grows with each change. */
  public long version() {
    return version;
  }

  LinkView view() {
    return new LinkView(name, host, port, systemId, tls, window, throughput, priority, enabled);
  }
}
