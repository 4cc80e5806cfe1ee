package io.facteur.messaging.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The present life of this process towards the database. Claims carry its number. It is renewed
 * every few seconds; before each submit the dispatcher asks whether the last renewal is recent
 * enough, on the monotonic clock, because a process that was paused must not submit what others
 * have taken over.
 */
@ApplicationScoped
public class Epoch {

  private static final Logger LOG = Logger.getLogger(Epoch.class);

  private final InstanceTable instances;
  private final DispatchConfig config;
  private volatile long number;
  private volatile long renewedNanos;
  private volatile long upSinceNanos;

  Epoch(InstanceTable instances, DispatchConfig config) {
    this.instances = instances;
    this.config = config;
  }

  /** Starts a life; called again when the last one was ended by others. */
  void begin() throws SQLException {
    long asked = System.nanoTime();
    number = instances.begin(config.instance().orElseGet(Epoch::hostName));
    renewedNanos = asked;
    upSinceNanos = asked;
    LOG.infof("fact=epoch-begun epoch=%d", number);
  }

  /**
   * Renews; frees the claims of silent processes once the database has answered long enough for
   * them to have renewed too.
   *
   * @return false when this life was ended by others: everything in memory is void
   */
  boolean renew() throws SQLException {
    long asked = System.nanoTime();
    if (!isFresh()) {
      upSinceNanos = asked;
    }
    if (!instances.renew(number)) {
      return false;
    }
    renewedNanos = asked;
    if (asked - upSinceNanos > config.staleAfter().toNanos()) {
      instances.freeStale(config.staleAfter());
    }
    return true;
  }

  void end() throws SQLException {
    renewedNanos = System.nanoTime() - config.freshFor().toNanos();
    instances.end(number);
  }

  /** What claims of this life carry. */
  public long number() {
    return number;
  }

  /** Whether this process may submit. */
  public boolean isFresh() {
    return number != 0 && System.nanoTime() - renewedNanos < config.freshFor().toNanos();
  }

  Duration interval() {
    return config.renewEvery();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "messaging";
    }
  }
}
