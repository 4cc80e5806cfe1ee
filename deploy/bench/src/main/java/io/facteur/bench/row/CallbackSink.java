package io.facteur.bench.row;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A customer's server that takes callbacks and does nothing but count them. */
public final class CallbackSink implements AutoCloseable {

  private static final long LOOK_MILLIS = 50;
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final AtomicLong received = new AtomicLong();
  private final HttpServer server;

  private CallbackSink(Vertx vertx) {
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  received.incrementAndGet();
                  request.response().end();
                });
  }

  /** A sink on some free port. */
  public static CallbackSink open(Vertx vertx) throws InterruptedException, ExecutionException {
    CallbackSink sink = new CallbackSink(vertx);
    sink.server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    return sink;
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort() + "/callback";
  }

  long received() {
    return received.get();
  }

  /** Waits for so many callbacks. */
  void await(long wanted) throws InterruptedException {
    long limit = System.nanoTime() + PATIENCE_NANOS;
    while (received.get() < wanted) {
      if (System.nanoTime() - limit > 0) {
        throw new IllegalStateException(
            "only %,d of %,d callbacks came".formatted(received.get(), wanted));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
