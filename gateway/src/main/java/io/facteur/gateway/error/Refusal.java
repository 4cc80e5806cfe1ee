package io.facteur.gateway.error;

/**
 * Everything that the gateway itself refuses, with the words OVH's clients act on (section 5.5).
 */
public enum Refusal {
  UNREADABLE_PATH(400, "Client::BadRequest", "INVALID_ARGUMENT"),
  INVALID_SIGNATURE(400, "Client::BadRequest", "INVALID_SIGNATURE"),
  QUERY_TIME_OUT(400, "Client::BadRequest", "QUERY_TIME_OUT"),
  LOGIN_FIRST(401, "Client::Unauthorized", null),
  INVALID_TOKEN(401, "Client::Unauthorized", "INVALID_CREDENTIAL"),
  INVALID_KEY(403, "Client::Forbidden", "INVALID_KEY"),
  NOT_CREDENTIAL(403, "Client::Forbidden", "NOT_CREDENTIAL"),
  INVALID_CREDENTIAL(403, "Client::Forbidden", "INVALID_CREDENTIAL"),
  NOT_GRANTED_CALL(403, "Client::Forbidden", "NOT_GRANTED_CALL"),
  ADDRESS_NOT_ALLOWED(403, "Client::Forbidden", "FORBIDDEN"),
  NO_SUCH_PATH(404, "Client::NotFound", null),
  NO_SUCH_OBJECT(404, "Client::ObjectNotFound", null),
  METHOD_NOT_ALLOWED(405, "Client::MethodNotAllowed", null),
  BODY_TOO_LARGE(413, "Client::PayloadTooLarge", null),
  TOO_MANY_CALLS(429, "Client::TooManyRequests", "TOO_MANY_REQUESTS"),
  UNEXPECTED(500, "Server::InternalServerError", null),
  BROKEN_ANSWER(502, "Server::BadGateway", null),
  UNAVAILABLE(503, "Server::ServiceUnavailable", null),
  NO_ANSWER(504, "Server::GatewayTimeout", null);

  private final int status;
  private final String errorClass;
  private final String errorCode;

  Refusal(int status, String errorClass, String errorCode) {
    this.status = status;
    this.errorClass = errorClass;
    this.errorCode = errorCode;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Whether it gives away whether the keys of the caller are known. */
  public boolean isAboutKeys() {
    return this == LOGIN_FIRST
        || this == INVALID_TOKEN
        || this == INVALID_KEY
        || this == NOT_CREDENTIAL;
  }

  /** Whether the same call may well succeed a second later. */
  boolean isWorthRepeating() {
    return this == UNAVAILABLE || this == TOO_MANY_CALLS;
  }

  String errorClass() {
    return errorClass;
  }

  /** OVH's code, or null where the class says enough. */
  String errorCode() {
    return errorCode;
  }

  /** This refusal, with what went wrong and how to mend it. */
  public Refused because(String message) {
    return new Refused(this, message);
  }
}
