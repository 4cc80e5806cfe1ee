package io.facteur.gateway.route;

import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.error.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads bodies whole, since a signature covers the whole, within a limit for each and a limit for
 * all that are held at once.
 */
@Singleton
class Bodies {

  private static final Buffer NONE = Buffer.buffer(0);

  /** Digits of a length that fits a long; HTTP itself sets no bound. */
  private static final int MAX_DIGITS = 18;

  private final long limit;
  private final long limitOfAll;
  private final AtomicLong held = new AtomicLong();

  Bodies(GatewayConfig config) {
    this.limit = config.maxBody().asLongValue();
    this.limitOfAll = config.maxBodiesInFlight().asLongValue();
  }

  /** The body of a request, to be given back by {@link #release}. Fails with 413 or 503. */
  Future<Buffer> read(HttpServerRequest request) {
    if (request.isEnded()) {
      return Future.succeededFuture(NONE);
    }
    if (announcedTooLarge(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      return Future.failedFuture(tooLarge(request));
    }
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      request.response().writeContinue();
    }
    return new Reading(request).start();
  }

  /** The body is no longer held. */
  void release(Buffer body) {
    held.addAndGet(-body.length());
  }

  private boolean announcedTooLarge(String contentLength) {
    return contentLength != null
        && (contentLength.length() > MAX_DIGITS || Long.parseLong(contentLength) > limit);
  }

  private Throwable tooLarge(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    return Refusal.BODY_TOO_LARGE.because(
        "The body is too large: at most " + limit + " bytes are taken; send it in several calls");
  }

  /** One body on its way in; used by one event loop only. */
  private final class Reading {

    private final HttpServerRequest request;
    private final Promise<Buffer> done = Promise.promise();
    private Buffer body = NONE;

    private Reading(HttpServerRequest request) {
      this.request = request;
    }

    private Future<Buffer> start() {
      request.handler(this::take);
      request.exceptionHandler(this::giveUp);
      request.endHandler(end -> done.tryComplete(body));
      return done.future();
    }

    private void take(Buffer part) {
      if (done.future().isComplete()) {
        return;
      }
      body = body == NONE ? part : body.appendBuffer(part);
      long all = held.addAndGet(part.length());
      if (body.length() > limit) {
        giveUp(tooLarge(request));
      } else if (all > limitOfAll) {
        giveUp(Refusal.UNAVAILABLE.because("Too many large bodies at once, try again shortly"));
      }
    }

    private void giveUp(Throwable problem) {
      if (done.tryFail(problem)) {
        release(body);
        body = NONE;
      }
    }
  }
}
