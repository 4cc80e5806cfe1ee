package io.facteur.gateway.upstream;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A service's answer to a question of the gateway itself, read whole.
 *
 * @param status HTTP status
 * @param body possibly empty
 */
public record ServiceAnswer(int status, Buffer body) {

  /** Whether the question was answered. */
  public boolean ok() {
    return status == 200;
  }

  /** Whether what was asked for does not exist. */
  public boolean absent() {
    return status == 404;
  }

  /** The body as a JSON object. */
  public JsonObject json() {
    return new JsonObject(body);
  }
}
