package io.facteur.users;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.testkit.ReceivedEvent;
import io.facteur.testkit.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The committed examples of this service's events, and the events themselves. */
public final class Contract {

  private static final String QUEUE = "facteur.users.events::facteur.users.events.messaging";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Contract() {}

  /** The example of an event type. */
  public static Map<String, Object> example(String type) {
    try {
      return read(
          Files.readString(
              Path.of(
                  System.getProperty("facteur.root"),
                  "users-service/src/main/resources/contracts/events",
                  type + ".json")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The next event of a type in whose body a field has this value; others are passed over. */
  public static ReceivedEvent await(String type, String field, String value) {
    while (true) {
      ReceivedEvent event = TestBroker.receive(QUEUE, Duration.ofSeconds(10));
      if (event.type().equals(type) && value.equals(read(event.json()).get(field))) {
        return event;
      }
    }
  }

  /** A JSON object with its nulls. */
  public static Map<String, Object> read(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
