package io.facteur.chassis.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** An event of another service, as it came. */
public final class IncomingEvent {

  private final String id;
  private final String source;
  private final String type;
  private final byte[] body;
  private final ObjectMapper json;

  IncomingEvent(String id, String source, String type, byte[] body, ObjectMapper json) {
    this.id = id;
    this.source = source;
    this.type = type;
    this.body = body;
    this.json = json;
  }

  /** Unique per {@link #source}; the same for every repeat. */
  public String id() {
    return id;
  }

  /** The service that says so, such as {@code facteur/users}. */
  public String source() {
    return source;
  }

  /** Such as {@code facteur.users.account.opened.v1}. */
  public String type() {
    return type;
  }

  /** Bytes of the body. */
  int size() {
    return body.length;
  }

  /**
   * The body as the reader's own record, which names the fields that it wants.
   *
   * @throws UnreadableEventException when the body is not of that form
   */
  public <T> T read(Class<T> form) {
    try {
      return json.readValue(body, form);
    } catch (IOException problem) {
      throw new UnreadableEventException(this, problem);
    }
  }

  @Override
  public String toString() {
    return type + " " + source + "#" + id;
  }

  /** An event that no retry will make readable. */
  public static final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(IncomingEvent event, Exception cause) {
      super(event + ": " + firstLine(cause), cause);
    }

    private static String firstLine(Exception cause) {
      return cause instanceof JsonProcessingException json
          ? json.getOriginalMessage()
          : cause.getMessage();
    }
  }
}
