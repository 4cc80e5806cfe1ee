package io.facteur.gateway.route;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * One call to a known operation, before it is known who calls.
 *
 * @param request as it came
 * @param queryId what the caller can quote
 * @param path plain
 * @param operation from the routing table
 * @param serviceName the account it is about, or null
 */
record Call(
    HttpServerRequest request,
    String queryId,
    RequestPath path,
    Operation operation,
    String serviceName) {

  HttpServerResponse response() {
    return request.response();
  }

  String clientAddress() {
    return request.remoteAddress().hostAddress();
  }
}
