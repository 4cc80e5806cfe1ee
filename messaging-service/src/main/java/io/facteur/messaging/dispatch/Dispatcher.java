package io.facteur.messaging.dispatch;

import io.facteur.messaging.link.Link;
import io.facteur.messaging.link.LinkRepository;
import io.facteur.messaging.smpp.LinkSettings;
import io.facteur.messaging.smpp.MessageIdFormat;
import io.facteur.messaging.smpp.SmppLink;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * The links that this process holds: opens and closes their sessions as leases and settings change.
 */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final int BIND_TIMEOUT_MILLIS = 5_000;

  private final Map<String, LinkSession> sessions = new ConcurrentHashMap<>();
  private final LinkRepository links;
  private final LeaseTable leases;
  private final SmppLinks smpp;
  private final LinkSession.Shared shared;
  private final Backoff backoff;

  Dispatcher(
      LinkRepository links,
      LeaseTable leases,
      SmppLinks smpp,
      ReadyTable ready,
      ResultStore store,
      Epoch epoch,
      DispatchConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.links = links;
    this.leases = leases;
    this.smpp = smpp;
    this.shared =
        new LinkSession.Shared(ready, store, epoch, config, clock, ConcurrentHashMap.newKeySet());
    this.backoff =
        new Backoff(
            config.firstBackoff(),
            config.longestBackoff(),
            () -> ThreadLocalRandom.current().nextDouble());
    Gauge.builder("facteur.smpp.in.flight", this, Dispatcher::inFlight).register(meters);
    Gauge.builder("facteur.smpp.bound", this, Dispatcher::bound).register(meters);
  }

  /** Brings the sessions in line with the links as they are described now. */
  void refresh() throws InterruptedException, SQLException {
    List<Link> enabled = QuarkusTransaction.requiringNew().call(links::enabled);
    for (String running : List.copyOf(sessions.keySet())) {
      if (enabled.stream().noneMatch(link -> isRunning(link, running))) {
        stop(running);
      }
    }
    for (Link link : enabled) {
      if (!sessions.containsKey(link.name()) && leases.take(link.name(), epoch())) {
        start(link);
      }
    }
  }

  private boolean isRunning(Link link, String name) {
    return link.name().equals(name) && sessions.get(name).version() == link.version();
  }

  private void start(Link link) {
    LOG.infof("fact=link-opens link=%s host=%s port=%d", link.name(), link.host(), link.port());
    SmppLink opened = smpp.create(settings(link));
    LinkSession session =
        new LinkSession(opened, link.version(), link.throughput(), shared, backoff);
    sessions.put(link.name(), session);
    session.start();
  }

  private LinkSettings settings(Link link) {
    return new LinkSettings(
        link.name(),
        link.host(),
        link.port(),
        link.systemId(),
        link.password(),
        link.window(),
        shared.config().enquireLink(),
        shared.config().responseTimer(),
        link.tls(),
        BIND_TIMEOUT_MILLIS,
        MessageIdFormat.SAME);
  }

  private void stop(String name) throws InterruptedException, SQLException {
    LOG.infof("fact=link-closes link=%s", name);
    sessions.remove(name).stop();
    leases.giveBack(name, epoch());
  }

  void stopAll() throws InterruptedException, SQLException {
    for (String name : List.copyOf(sessions.keySet())) {
      stop(name);
    }
  }

  /** Others have taken this process for dead: what it had claimed is theirs. */
  void forgetClaims() {
    sessions.values().forEach(LinkSession::forgetClaims);
  }

  /**
   * Whether a message is in this process's memory, between its claim and the commit of its result.
   */
  boolean isHeld(long messageId) {
    return shared.held().contains(messageId);
  }

  /** Messages of this link were made ready. */
  public void nudge(String link) {
    LinkSession session = sessions.get(link);
    if (session != null) {
      session.nudge();
    }
  }

  void nudgeAll() {
    sessions.values().forEach(LinkSession::nudge);
  }

  /**
   * Room in the local queue of a link for messages that are inserted as claimed.
   *
   * @return for how many; each reservation is to be filled, with none after a failed insert
   */
  public int reserve(String link, int wanted) {
    LinkSession session = sessions.get(link);
    return session == null || !shared.epoch().isFresh() ? 0 : session.reserve(wanted);
  }

  /** Hands messages over that were inserted as claimed by {@link #epoch}; their commit is done. */
  public void fill(String link, int reservation, List<Submission> submissions) {
    LinkSession session = sessions.get(link);
    if (session != null) {
      session.fill(reservation, submissions);
    }
  }

  /** What rows that this process claims carry. */
  public long epoch() {
    return shared.epoch().number();
  }

  private double inFlight() {
    return sessions.values().stream().mapToInt(LinkSession::inFlight).sum();
  }

  private double bound() {
    return sessions.values().stream().filter(LinkSession::isBound).count();
  }
}
