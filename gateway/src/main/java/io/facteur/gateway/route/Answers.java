package io.facteur.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What every answer of the API has in common. */
final class Answers {

  static final CharSequence JSON = HttpHeaders.createOptimized("application/json; charset=utf-8");
  private static final CharSequence QUERY_ID = HttpHeaders.createOptimized("X-Ovh-QueryID");
  private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

  private Answers() {}

  /** Sets the headers of an answer that is JSON unless somebody says otherwise; its support id. */
  static String prepare(HttpServerResponse response) {
    String queryId = "FC." + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    response
        .headers()
        .set(QUERY_ID, queryId)
        .set(HttpHeaders.CONTENT_TYPE, JSON)
        .set(HttpHeaders.CACHE_CONTROL, NO_CACHE);
    return queryId;
  }

  /** Ends an answer with status 200. */
  static Future<Void> send(HttpServerResponse response, Buffer json) {
    return response.end(json);
  }
}
