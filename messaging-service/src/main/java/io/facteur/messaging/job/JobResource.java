package io.facteur.messaging.job;

import io.facteur.chassis.caller.CurrentCaller;
import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.outgoing.Outgoing;
import io.facteur.messaging.outgoing.OutgoingView;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /sms/{serviceName}/jobs}: sending, and what waits to be sent. */
@Path("/sms/{serviceName}/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class JobResource {

  private final SendJob sendJob;
  private final Outgoing outgoing;
  private final CurrentCaller caller;

  JobResource(SendJob sendJob, Outgoing outgoing, CurrentCaller caller) {
    this.sendJob = sendJob;
    this.outgoing = outgoing;
    this.caller = caller;
  }

  @POST
  @Blocking
  public CompletionStage<SendingReport> send(
      @RestPath String serviceName,
      @RestHeader("Idempotency-Key") String idempotencyKey,
      JobRequest request) {
    if (request == null) {
      throw ApiException.badRequest("The body must be a JSON object with at least message");
    }
    return sendJob.send(caller.get(), request, idempotencyKey);
  }

  @GET
  public List<Long> list(@RestPath String serviceName) throws SQLException {
    return outgoing.pending(serviceName);
  }

  @GET
  @Path("/{id}")
  public OutgoingView get(@RestPath String serviceName, @RestPath long id) throws SQLException {
    return outgoing.getPending(serviceName, id);
  }

  @DELETE
  @Path("/{id}")
  public void cancel(@RestPath String serviceName, @RestPath long id) throws SQLException {
    outgoing.cancel(serviceName, id);
  }
}
