package io.facteur.chassis.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.MessageConverter;
import io.smallrye.reactive.messaging.amqp.IncomingAmqpMetadata;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
            attribute(headers, "id"),
            attribute(headers, "source"),
            Objects.requireNonNullElse(attribute(headers, "type"), ""),
            bytes(message.getPayload()),
            json));
  }

  /** Under either of the prefixes that the CloudEvents binding for AMQP allows. */
  private static String attribute(JsonObject headers, String name) {
    String value = headers.getString("cloudEvents_" + name);
    return value == null ? headers.getString("cloudEvents:" + name) : value;
  }

  /** Our own events come as bytes; what calls itself plain JSON has been parsed by SmallRye. */
  private static byte[] bytes(Object payload) {
    if (payload instanceof byte[] bytes) {
      return bytes;
    }
    String text = payload instanceof String given ? given : Json.encode(payload);
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
