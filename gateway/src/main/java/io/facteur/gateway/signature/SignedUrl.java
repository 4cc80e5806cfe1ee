package io.facteur.gateway.signature;

import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;

/**
 * What this side knows of the URL that the client signed.
 *
 * @param scheme of the connection, {@code http} or {@code https}
 * @param host the Host header, with or without port
 * @param localPort the port that the connection came in at
 * @param uri path and query as sent
 */
record SignedUrl(String scheme, String host, int localPort, String uri) {

  static SignedUrl of(HttpServerRequest request) {
    return new SignedUrl(
        request.isSSL() ? "https" : "http",
        request.authority() == null ? "" : request.authority().toString(),
        request.localAddress().port(),
        request.uri());
  }

  /** What a client signs that was given the address it connects to. */
  String likeliest() {
    return scheme + "://" + host + uri;
  }

  /** All that it may have signed. */
  Collection<String> candidates() {
    return CandidateUrls.of(scheme, host, localPort, uri);
  }
}
