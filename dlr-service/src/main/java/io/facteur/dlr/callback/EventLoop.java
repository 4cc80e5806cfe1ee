package io.facteur.dlr.callback;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;

/** An event loop's context, for work that starts on other threads. */
final class EventLoop {

  private EventLoop() {}

  /** Blocks for the moment that it takes; not on an event loop. */
  static Context of(Vertx vertx) {
    CompletableFuture<Context> started = new CompletableFuture<>();
    vertx
        .deployVerticle(
            new AbstractVerticle() {
              @Override
              public void start() {
                started.complete(context);
              }
            })
        .onFailure(started::completeExceptionally);
    return started.join();
  }
}
