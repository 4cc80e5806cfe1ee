package io.facteur.messaging.sender;

import io.facteur.chassis.error.ApiException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /sms/{serviceName}/senders}. */
@Path("/sms/{serviceName}/senders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SenderResource {

  private final Senders senders;

  SenderResource(Senders senders) {
    this.senders = senders;
  }

  @GET
  public List<String> list(@RestPath String serviceName) {
    return senders.names(serviceName);
  }

  @GET
  @Path("/{sender}")
  public SenderView get(@RestPath String serviceName, @RestPath String sender) {
    return senders.get(serviceName, sender);
  }

  /** Answers the name as a JSON string, as OVH does. */
  @POST
  public JsonText create(@RestPath String serviceName, SenderRequest request) {
    if (request == null) {
      throw ApiException.badRequest("The body must be a JSON object with the field sender");
    }
    return new JsonText(senders.create(serviceName, request));
  }

  /** A text that is written as JSON; a plain String would be sent as it is. */
  public record JsonText(@com.fasterxml.jackson.annotation.JsonValue String value) {}
}
