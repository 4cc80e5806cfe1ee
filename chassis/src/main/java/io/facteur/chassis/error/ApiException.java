package io.facteur.chassis.error;

import java.time.Duration;
import java.util.Map;

/** A refusal that the caller is told about: an expected outcome, so it carries no stack trace. */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String errorClass;
  private final String errorCode;
  private final transient Map<String, String> details;
  private final transient Duration retryAfter;

  private ApiException(
      int status,
      String errorClass,
      String errorCode,
      String message,
      Map<String, String> details,
      Duration retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.errorClass = errorClass;
    this.errorCode = errorCode;
    this.details = details;
    this.retryAfter = retryAfter;
  }

  /** 400: the request can't be right, whatever the state of the platform. */
  public static ApiException badRequest(String message) {
    return of(400, "Client::BadRequest", "INVALID_ARGUMENT", message);
  }

  /** 400 about one field: {@code invalid("tag", "must have at most 20 characters, has 31")}. */
  public static ApiException invalid(String field, String problemAndRemedy) {
    return badRequest(field + " " + problemAndRemedy).withDetails(Map.of("field", field));
  }

  /** 401: nobody is logged in. */
  public static ApiException unauthorized(String message) {
    return of(401, "Client::Unauthorized", null, message);
  }

  /** 402: the account can't pay for it. */
  public static ApiException paymentRequired(String errorCode, String message) {
    return of(402, "Client::PaymentRequired", errorCode, message);
  }

  /** 403: known caller, not allowed. */
  public static ApiException forbidden(String errorCode, String message) {
    return of(403, "Client::Forbidden", errorCode, message);
  }

  /** 404: does not exist, or is not the caller's; the message must not tell which. */
  public static ApiException notFound(String message) {
    return of(404, "Client::ObjectNotFound", null, message);
  }

  /** 404 for an object named by one parameter, in the words that OVH uses. */
  public static ApiException noSuchObject(String parameter, Object value) {
    return notFound("The requested object (" + parameter + " = " + value + ") does not exist");
  }

  /** 405: the path exists, the method does not. */
  public static ApiException methodNotAllowed(String message) {
    return of(405, "Client::MethodNotAllowed", null, message);
  }

  /** 409: right in itself, refused by the present state. */
  public static ApiException conflict(String message) {
    return of(409, "Client::Conflict", null, message);
  }

  /** 413: more than the limit allows. */
  public static ApiException tooLarge(String message) {
    return of(413, "Client::PayloadTooLarge", null, message);
  }

  /** 503: nothing was done; the caller may repeat after the given time. */
  public static ApiException unavailable(String message, Duration retryAfter) {
    return new ApiException(503, "Server::ServiceUnavailable", null, message, Map.of(), retryAfter);
  }

  private static ApiException of(int status, String errorClass, String code, String message) {
    return new ApiException(status, errorClass, code, message, Map.of(), null);
  }

  /** The same refusal with more to read; replaces details given before. */
  public ApiException withDetails(Map<String, String> more) {
    return new ApiException(status, errorClass, errorCode, getMessage(), more, retryAfter);
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** How long to wait before a repeat, or null. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** The refusal as the caller reads it. */
  public ErrorBody body() {
    return new ErrorBody(errorClass, getMessage(), HttpStatus.line(status), errorCode, details);
  }
}
