package io.facteur.dlr.tracking;

import io.facteur.chassis.error.ApiException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Receipts that match nothing: counted, shown to the operator of the platform, and dropped when
 * their retention is over. Many of them tell that ids are read wrongly on a link.
 */
@ApplicationScoped
@Path("/admin/receipts/unmatched")
@Produces(MediaType.APPLICATION_JSON)
public class UnmatchedReceipts {

  /** A receipt younger than this is probably ahead of its submission. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final int MAX_LIMIT = 1_000;
  private static final Logger LOG = Logger.getLogger(UnmatchedReceipts.class);

  private final UnmatchedTable table;
  private final Clock clock;
  private final AtomicLong present = new AtomicLong();
  private final Counter dropped;

  UnmatchedReceipts(UnmatchedTable table, Clock clock, MeterRegistry meters) {
    this.table = table;
    this.clock = clock;
    meters.gauge("facteur.receipts.unmatched", present);
    this.dropped = meters.counter("facteur.receipts.unmatched.dropped");
  }

  /** The newest ones, at most {@code limit}, 1 to 1000. */
  @GET
  public List<Unmatched> list(@QueryParam("limit") @DefaultValue("100") int limit)
      throws SQLException {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
    }
    return table.list(limit);
  }

  @Scheduled(every = "1m", delayed = "10s")
  void count() throws SQLException {
    present.set(table.count(clock.instant().minus(YOUNG)));
  }

  @Scheduled(every = "1h", delayed = "2m")
  void drop() {
    long gone = QuarkusTransaction.requiringNew().call(() -> table.drop(clock.instant()));
    if (gone > 0) {
      dropped.increment((double) gone);
      LOG.warnf("fact=unmatched-receipts-dropped count=%d", gone);
    }
  }
}
