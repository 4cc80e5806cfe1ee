package io.facteur.chassis.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A body that one thread reads while the event loop receives it. The loop is asked for as many
 * parts as fit; the rest waits in the socket.
 */
final class BodyStream extends InputStream {

  /** Parts on their way to the reader; about 8 KiB each. */
  private static final int PARTS = 16;

  /** The exchange's own timer ends it; this is only so that no reader can wait for ever. */
  private static final long SLACK_MILLIS = 1_000;

  private static final Buffer END = Buffer.buffer();

  private final Exchange exchange;
  private final HttpClientResponse head;
  private final Context loop;
  private final BlockingQueue<Object> parts = new LinkedBlockingQueue<>();
  private long received;
  private Buffer part = Buffer.buffer();
  private int position;
  private boolean ended;

  private BodyStream(Exchange exchange, HttpClientResponse head, Context loop) {
    this.exchange = exchange;
    this.head = head;
    this.loop = loop;
  }

  /** Called on the event loop of the answer. */
  static Future<BodyStream> of(Exchange exchange, HttpClientResponse head) {
    if (head.statusCode() < 200 || head.statusCode() > 299) {
      exchange.reset();
      return Future.failedFuture(new HttpRefusal.BadStatus(head.statusCode()));
    }
    BodyStream stream = new BodyStream(exchange, head, Vertx.currentContext());
    head.exceptionHandler(problem -> stream.parts.add(stream.refusal()));
    head.endHandler(end -> stream.parts.add(END));
    head.handler(stream::receive);
    head.fetch(PARTS);
    return Future.succeededFuture(stream);
  }

  static BodyStream await(Future<BodyStream> stream, Exchange exchange) {
    try {
      return stream
          .toCompletionStage()
          .toCompletableFuture()
          .get(exchange.limits().total().toMillis() + SLACK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException problem) {
      throw problem.getCause() instanceof HttpRefusal refusal
          ? refusal
          : new IllegalStateException("download failed", problem.getCause());
    } catch (TimeoutException late) {
      exchange.reset();
      throw new HttpRefusal.TimedOut(exchange.limits());
    } catch (InterruptedException stopped) {
      exchange.reset();
      Thread.currentThread().interrupt();
      throw new HttpRefusal.Disconnected("the host");
    }
  }

  @Override
  public int read() {
    return prepare() ? part.getByte(position++) & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!prepare()) {
      return -1;
    }
    int count = Math.min(length, part.length() - position);
    part.getBytes(position, position + count, target, offset);
    position += count;
    return count;
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      exchange.reset();
    }
  }

  private void receive(Buffer next) {
    received += next.length();
    if (received > exchange.limits().maxBytes()) {
      parts.add(new HttpRefusal.TooLarge(exchange.limits()));
      exchange.reset();
    } else {
      parts.add(next);
    }
  }

  private HttpRefusal refusal() {
    return exchange.timedOut()
        ? new HttpRefusal.TimedOut(exchange.limits())
        : new HttpRefusal.Disconnected("the host");
  }

  /** Whether there is a byte to read; waits for it. */
  private boolean prepare() {
    while (!ended && position == part.length()) {
      Object next = take();
      if (next instanceof HttpRefusal refusal) {
        ended = true;
        throw refusal;
      }
      if (next == END) {
        ended = true;
        exchange.end();
      } else {
        part = (Buffer) next;
        position = 0;
        loop.runOnContext(ready -> head.fetch(1));
      }
    }
    return !ended;
  }

  private Object take() {
    try {
      long wait = exchange.limits().total().toMillis() + SLACK_MILLIS;
      Object next = parts.poll(wait, TimeUnit.MILLISECONDS);
      return next == null ? refusal() : next;
    } catch (InterruptedException stopped) {
      exchange.reset();
      Thread.currentThread().interrupt();
      return new HttpRefusal.Disconnected("the host");
    }
  }
}
