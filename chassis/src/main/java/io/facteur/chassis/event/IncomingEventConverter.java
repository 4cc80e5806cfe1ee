package io.facteur.chassis.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.amqp.IncomingAmqpMetadata;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Lets an {@code @Incoming} method take an {@link IncomingEvent}. */
@ApplicationScoped
public class IncomingEventConverter implements MessageConverter {

  private final ObjectMapper json;

  IncomingEventConverter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean canConvert(Message<?> message, Type target) {
    return target == IncomingEvent.class
        && message.getMetadata(IncomingAmqpMetadata.class).isPresent();
  }

  @Override
  public Message<?> convert(Message<?> message, Type target) {
    IncomingAmqpMetadata metadata = message.getMetadata(IncomingAmqpMetadata.class).orElseThrow();
    JsonObject properties = metadata.getProperties();
    JsonObject headers = properties == null ? new JsonObject() : properties;
    return message.withPayload(
        new IncomingEvent(
            headers.getString("cloudEvents:id"),
            headers.getString("cloudEvents:source"),
            headers.getString("cloudEvents:type", ""),
            plain(message.getPayload()),
            json));
  }

  private static Object plain(Object payload) {
    if (payload instanceof JsonObject object) {
      return object.getMap();
    }
    if (payload instanceof JsonArray array) {
      return array.getList();
    }
    return payload instanceof String text
        ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
        : payload;
  }
}
