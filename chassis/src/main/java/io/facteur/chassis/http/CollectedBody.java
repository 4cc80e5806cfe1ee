package io.facteur.chassis.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a small body into memory, up to the limit of its exchange. */
final class CollectedBody {

  private final Exchange exchange;
  private final HttpClientResponse head;
  private final Buffer collected = Buffer.buffer();
  private final Promise<GuardedResponse> done = Promise.promise();

  CollectedBody(Exchange exchange, HttpClientResponse head) {
    this.exchange = exchange;
    this.head = head;
  }

  Future<GuardedResponse> read() {
    head.exceptionHandler(problem -> fail());
    head.endHandler(end -> finish(false));
    head.handler(this::append);
    head.resume();
    return done.future();
  }

  private void append(Buffer part) {
    long room = exchange.limits().maxBytes() - collected.length();
    if (part.length() <= room) {
      collected.appendBuffer(part);
    } else if (!done.future().isComplete()) {
      collected.appendBuffer(part, 0, (int) room);
      finish(true);
      exchange.reset();
    }
  }

  private void finish(boolean truncated) {
    exchange.end();
    done.tryComplete(
        new GuardedResponse(
            head.statusCode(),
            Optional.ofNullable(head.getHeader(HttpHeaderNames.RETRY_AFTER)),
            collected.toString(StandardCharsets.UTF_8),
            truncated));
  }

  private void fail() {
    exchange.end();
    done.tryFail(
        exchange.timedOut()
            ? new HttpRefusal.TimedOut(exchange.limits())
            : new HttpRefusal.Disconnected("the host"));
  }
}
