package io.facteur.dlr.callback;

import io.facteur.chassis.error.ApiException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The operator's view of calls that have not succeeded (yet). */
@Path("/admin/callbacks")
@Produces(MediaType.APPLICATION_JSON)
public class CallbackResource {

  private static final Set<String> STATES = Set.of("waiting", "due", "dead");
  private static final int MAX_LIMIT = 1_000;

  private final AdminTable table;
  private final Clock clock;

  CallbackResource(AdminTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * The newest calls in a state.
   *
   * @param state {@code waiting}, {@code due} or {@code dead}
   * @param serviceName of one account only; all when missing
   * @param limit 1 to 1000
   */
  @GET
  public List<CallbackView> list(
      @QueryParam("state") @DefaultValue("dead") String state,
      @QueryParam("account") String serviceName,
      @QueryParam("limit") @DefaultValue("100") int limit)
      throws SQLException {
    if (!STATES.contains(state)) {
      throw ApiException.invalid("state", "must be waiting, due or dead");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ApiException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
    }
    return table.list(state, serviceName, limit);
  }

  /** Starts a call again that was given up, with all its attempts. */
  @POST
  @Path("/{id}/replay")
  @Transactional
  public CallbackView replay(@PathParam("id") String id) throws SQLException {
    CallbackKey key = CallbackKey.parse(id).orElseThrow(() -> unknown(id));
    var replayed = table.replay(key, clock.instant());
    if (replayed.isPresent()) {
      return replayed.get();
    }
    CallbackView present = table.find(key).orElseThrow(() -> unknown(id));
    throw ApiException.conflict(
        "The callback " + id + " is " + present.state() + " and can't be replayed");
  }

  private static ApiException unknown(String id) {
    return ApiException.noSuchObject("id", id);
  }
}
