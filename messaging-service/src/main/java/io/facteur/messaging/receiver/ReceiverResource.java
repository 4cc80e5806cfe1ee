package io.facteur.messaging.receiver;

import io.facteur.chassis.error.ApiException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /sms/{serviceName}/receivers}: contact lists for campaigns. */
@Path("/sms/{serviceName}/receivers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReceiverResource {

  private final Slots slots;

  ReceiverResource(Slots slots) {
    this.slots = slots;
  }

  @GET
  public List<Integer> list(@RestPath String serviceName) {
    return slots.ids(serviceName);
  }

  @GET
  @Path("/{slotId}")
  public ReceiverView get(@RestPath String serviceName, @RestPath long slotId) {
    return slots
        .find(serviceName, slotId)
        .map(Slot::view)
        .orElseThrow(() -> ApiException.noSuchObject("slotId", slotId));
  }

  /** Reads the file into the slot, in place of what was there; answers when it is there. */
  @POST
  public ReceiverView load(@RestPath String serviceName, ReceiverRequest request) {
    if (request == null) {
      throw ApiException.badRequest(
          "The body must be a JSON object with the fields slotId and csvUrl");
    }
    return slots.load(serviceName, request).view();
  }

  @DELETE
  @Path("/{slotId}")
  public void delete(@RestPath String serviceName, @RestPath long slotId) {
    slots.delete(serviceName, slotId);
  }
}
