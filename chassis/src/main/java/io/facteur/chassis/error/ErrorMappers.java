package io.facteur.chassis.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.facteur.chassis.event.DatabaseFaults;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one table from what can go wrong to what the caller reads. */
public class ErrorMappers {

  private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

  /** PostgreSQL is back within seconds of a crash. */
  private static final Duration DATABASE_RETURNS = Duration.ofSeconds(5);

  @ServerExceptionMapper
  public Response refused(ApiException refusal) {
    return answer(refusal);
  }

  @ServerExceptionMapper
  public Response malformed(JsonProcessingException problem) {
    return answer(JsonProblem.explain(problem));
  }

  /** More specific than the framework's own mapper, whose answer has no body. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException problem) {
    return answer(JsonProblem.explain(problem));
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException problem) {
    if (problem.getCause() instanceof JsonProcessingException json) {
      return answer(JsonProblem.explain(json));
    }
    if (problem instanceof NotFoundException) {
      return answer(ApiException.notFound("This path does not exist"));
    }
    if (problem instanceof NotAllowedException) {
      return answer(ApiException.methodNotAllowed("This path does not take this method"));
    }
    int status = problem.getResponse().getStatus();
    if (status >= 500) {
      return unexpected(problem);
    }
    return answer(
        status,
        new ErrorBody(
            "Client::BadRequest",
            "The request could not be read",
            HttpStatus.line(status),
            null,
            null));
  }

  /** The caller gets an id to quote, the log gets the rest. */
  @ServerExceptionMapper
  public Response unexpected(Throwable problem) {
    UUID id = UUID.randomUUID();
    if (DatabaseFaults.passes(problem)) {
      LOG.warnf("fact=database-away id=%s reason=%s", id, problem);
      return answer(
          ApiException.unavailable(
              "The database could not be reached, or the call collided with another one: try again"
                  + " shortly, and look first whether a change was made",
              DATABASE_RETURNS));
    }
    LOG.errorf(problem, "fact=unexpected-error id=%s", id);
    return answer(
        500,
        new ErrorBody(
            "Server::InternalServerError",
            "Internal error; quote the id " + id + " to your operator",
            HttpStatus.line(500),
            null,
            null));
  }

  private static Response answer(ApiException refusal) {
    Response.ResponseBuilder answer =
        Response.status(refusal.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(refusal.body());
    if (refusal.retryAfter() != null) {
      answer.header("Retry-After", Math.max(1, refusal.retryAfter().toSeconds()));
    }
    return answer.build();
  }

  private static Response answer(int status, ErrorBody body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }
}
