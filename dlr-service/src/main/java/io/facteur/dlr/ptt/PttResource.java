package io.facteur.dlr.ptt;

import io.facteur.chassis.error.ApiException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /sms/ptts}: what a ptt code means. */
@Path("/sms/ptts")
@Produces(MediaType.APPLICATION_JSON)
public class PttResource {

  /** The meaning of one code; 400 when it is no number, 404 when it is not in the catalogue. */
  @GET
  public PttDetails describe(@QueryParam("ptt") String ptt) {
    long code = parse(ptt);
    return PttCatalogue.find(code)
        .map(PttDetails::of)
        .orElseThrow(
            () ->
                ApiException.notFound("ptt " + code + " does not exist; it is one of " + codes())
                    .withDetails(Map.of("ptt", Long.toString(code))));
  }

  private static long parse(String ptt) {
    if (ptt == null || ptt.isBlank()) {
      throw ApiException.invalid("ptt", "is missing; give one of " + codes());
    }
    try {
      return Long.parseLong(ptt.strip());
    } catch (NumberFormatException notANumber) {
      throw ApiException.invalid("ptt", "must be a number, one of " + codes());
    }
  }

  private static String codes() {
    return PttCatalogue.codes().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
