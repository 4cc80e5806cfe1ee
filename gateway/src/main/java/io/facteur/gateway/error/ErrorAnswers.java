package io.facteur.gateway.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** Writes refusals in OVH's shape, and hides what is none. */
@Singleton
public class ErrorAnswers {

  private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);

  private final ObjectMapper json;

  ErrorAnswers(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Ends a response with what went wrong. A response that has begun can only be cut off.
   *
   * @param queryId what the caller can quote, and the log line of an unexpected failure carries
   */
  public void write(HttpServerResponse response, String queryId, Throwable problem) {
    if (response.ended() || response.closed()) {
      return;
    }
    Refused refused = problem instanceof Refused known ? known : unexpected(queryId, problem);
    if (response.headWritten()) {
      response.reset();
      return;
    }
    if (refused.refusal().isWorthRepeating()) {
      response.putHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    response.setStatusCode(refused.refusal().status()).end(Buffer.buffer(bytes(refused)));
  }

  private static Refused unexpected(String queryId, Throwable problem) {
    LOG.errorf(problem, "fact=unexpected-error queryId=%s", queryId);
    return Refusal.UNEXPECTED.because(
        "Internal error; quote the id " + queryId + " to your operator");
  }

  private byte[] bytes(Refused refused) {
    try {
      return json.writeValueAsBytes(refused.body());
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
