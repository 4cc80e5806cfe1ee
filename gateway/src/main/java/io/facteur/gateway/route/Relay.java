package io.facteur.gateway.route;

import io.facteur.gateway.error.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/** Passes a service's answer on to the caller: small ones in one write, large ones streamed. */
final class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);

  /** A usual answer; read whole it costs one write instead of several. */
  private static final int SMALL = 64 * 1024;

  private static final Buffer NULL = Buffer.buffer("null");

  private Relay() {}

  /** Ends the caller's response with the service's. */
  static Future<Void> answer(HttpClientResponse from, HttpServerResponse to) {
    int status = from.statusCode();
    if (status == 401) {
      LOG.error("fact=internal-token-refused remedy=\"compare the key and the services' JWKS\"");
      throw Refusal.UNAVAILABLE.because("A service does not know this gateway, tell your operator");
    }
    if (status / 100 == 2) {
      return success(from, to);
    }
    to.setStatusCode(status);
    copy(from, to, HttpHeaders.RETRY_AFTER);
    return body(from, to);
  }

  /** OVH's older clients take 200 for success and nothing else. */
  private static Future<Void> success(HttpClientResponse from, HttpServerResponse to) {
    to.setStatusCode(200);
    if (from.statusCode() == 204) {
      return to.end(NULL);
    }
    return body(from, to);
  }

  private static Future<Void> body(HttpClientResponse from, HttpServerResponse to) {
    String type = from.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && !type.startsWith("application/json")) {
      to.putHeader(HttpHeaders.CONTENT_TYPE, type);
      copy(from, to, HttpHeaders.CONTENT_DISPOSITION);
    }
    String length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && length.length() <= 5 && Integer.parseInt(length) <= SMALL) {
      return from.body().compose(to::end);
    }
    to.closeHandler(gone -> from.request().reset());
    if (length == null) {
      to.setChunked(true);
    } else {
      to.putHeader(HttpHeaders.CONTENT_LENGTH, length);
    }
    return from.pipeTo(to);
  }

  private static void copy(HttpClientResponse from, HttpServerResponse to, CharSequence header) {
    String value = from.getHeader(header);
    if (value != null) {
      to.putHeader(header, value);
    }
  }
}
