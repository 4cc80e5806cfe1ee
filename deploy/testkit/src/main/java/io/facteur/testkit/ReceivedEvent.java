package io.facteur.testkit;

import io.vertx.amqp.AmqpMessage;
import io.vertx.core.json.JsonObject;
import org.apache.qpid.proton.amqp.messaging.Data;

/**
 * What a service has sent: an event, or the answer to a question, which has only the body.
 *
 * @param id of the event, unique per source
 * @param type such as {@code facteur.users.account.opened.v1}
 * @param source such as {@code facteur/users}
 * @param durable whether the broker keeps it over a restart
 */
public record ReceivedEvent(String id, String type, String source, boolean durable, String json) {

  static ReceivedEvent of(AmqpMessage message) {
    JsonObject headers = message.applicationProperties();
    JsonObject properties = headers == null ? new JsonObject() : headers;
    boolean data = message.unwrap().getBody() instanceof Data;
    return new ReceivedEvent(
        properties.getString("cloudEvents_id"),
        properties.getString("cloudEvents_type"),
        properties.getString("cloudEvents_source"),
        message.isDurable(),
        data ? message.bodyAsBinary().toString() : message.bodyAsString());
  }

  /** The body, parsed. */
  public JsonObject body() {
    return new JsonObject(json);
  }
}
