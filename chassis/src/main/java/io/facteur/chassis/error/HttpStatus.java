package io.facteur.chassis.error;

import jakarta.ws.rs.core.Response;

/** Status lines as OVH's error bodies carry them. */
final class HttpStatus {

  private HttpStatus() {}

  /** {@code 404} becomes {@code "404 Not Found"}. */
  static String line(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? Integer.toString(status) : status + " " + known.getReasonPhrase();
  }
}
