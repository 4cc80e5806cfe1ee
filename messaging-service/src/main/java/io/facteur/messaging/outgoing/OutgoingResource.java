package io.facteur.messaging.outgoing;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /sms/{serviceName}/outgoing}. */
@Path("/sms/{serviceName}/outgoing")
@Produces(MediaType.APPLICATION_JSON)
public class OutgoingResource {

  private final Outgoing outgoing;

  OutgoingResource(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  @GET
  public List<Long> list(@RestPath String serviceName, @BeanParam OutgoingFilter filter)
      throws SQLException {
    return outgoing.sent(serviceName, filter);
  }

  @GET
  @Path("/{id}")
  public OutgoingView get(@RestPath String serviceName, @RestPath long id) throws SQLException {
    return outgoing.get(serviceName, id);
  }
}
