package io.facteur.messaging.estimate;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.job.JobConfig;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /sms/estimate}: how long a message is before it is sent. */
@Path("/sms/estimate")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EstimateResource {

  private static final int LONGEST_TEXT = 10_000;
  private static final String ALPHA = "alpha";
  private static final String NUMERIC = "numeric";
  private static final List<String> SENDER_TYPES = List.of(ALPHA, NUMERIC, "shortcode", "virtual");

  private final JobConfig config;

  EstimateResource(JobConfig config) {
    this.config = config;
  }

  /** Counts. To a sender that can be answered, people answer STOP: it needs no clause. */
  @POST
  public Estimate estimate(EstimateRequest request) {
    if (request == null) {
      throw ApiException.badRequest("The body must be a JSON object with at least message");
    }
    String message = request.message();
    if (message == null || message.isEmpty()) {
      throw ApiException.invalid("message", "is missing: give the text to count");
    }
    if (message.length() > LONGEST_TEXT) {
      throw ApiException.invalid("message", "has " + message.length() + " characters: shorten it");
    }
    String type = request.senderType() == null ? ALPHA : request.senderType();
    if (!SENDER_TYPES.contains(type)) {
      throw ApiException.invalid("senderType", "must be one of " + SENDER_TYPES);
    }
    boolean answerable = !type.equals(ALPHA) && !type.equals(NUMERIC);
    boolean stopClause = !Boolean.TRUE.equals(request.noStopClause()) && !answerable;
    return Estimate.of(stopClause ? message + config.stopClause().text() : message);
  }
}
