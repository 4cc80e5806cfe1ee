package io.facteur.chassis.http;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Requests URLs that customers gave, without letting them reach what is not theirs: http and https
 * only; public addresses only, checked on the address that is dialled and again at each redirect;
 * never Facteur's own ports; bounded in bytes and in time. Refusals are {@link HttpRefusal}s.
 *
 * <p>Safe for use by many threads. Connections are kept alive per host.
 */
@ApplicationScoped
public class GuardedHttpClient {

  private final Vertx vertx;
  private final HttpClient client;
  private final GuardedResolver resolver;
  private final Set<Integer> deniedPorts;
  private final Future<Context> loop;

  GuardedHttpClient(Vertx vertx, GuardConfig config) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient(options(config), pool(config));
    this.resolver = new GuardedResolver(vertx, AddressPolicy.of(config), config.nameCache());
    this.deniedPorts = Set.copyOf(config.deniedPorts().orElse(Set.of()));
    this.loop = eventLoop(vertx);
  }

  /**
   * A GET whose answer is wanted whatever its status. Of the body, {@code limits.maxBytes()} are
   * kept and the rest is cut off. Fails with an {@link HttpRefusal}. Called on an event loop it
   * stays on it; else the answer comes on one.
   */
  public CompletionStage<GuardedResponse> get(URI uri, Map<String, String> headers, Limits limits) {
    Exchange exchange = exchange(limits);
    return onEventLoop(
            () ->
                exchange
                    .open(uri, headers)
                    .compose(head -> new CollectedBody(exchange, head).read()))
        .toCompletionStage();
  }

  /**
   * The body of a successful answer, read as it comes, in bounded memory. Blocks until the head of
   * the answer is there, and in each read; not for event loops. Close the stream to hang up.
   *
   * @throws HttpRefusal instead of a stream, also for a status other than 2xx; reads of the stream
   *     throw it too, when the body turns out too large, too slow, or broken
   */
  public InputStream download(URI uri, Limits limits) {
    Exchange exchange = exchange(limits);
    Future<BodyStream> stream =
        onEventLoop(
            () -> exchange.open(uri, Map.of()).compose(head -> BodyStream.of(exchange, head)));
    return BodyStream.await(stream, exchange);
  }

  private Exchange exchange(Limits limits) {
    return new Exchange(vertx, client, resolver, deniedPorts, limits);
  }

  /**
   * A caller's worker thread may block while it waits, so its own context must not serve the I/O.
   */
  private <T> Future<T> onEventLoop(Supplier<Future<T>> work) {
    if (Context.isOnEventLoopThread()) {
      return work.get();
    }
    Promise<T> result = Promise.promise();
    loop.compose(
            context -> {
              context.runOnContext(now -> work.get().onComplete(result));
              return result.future();
            })
        .onFailure(result::tryFail);
    return result.future();
  }

  private static Future<Context> eventLoop(Vertx vertx) {
    Promise<Context> started = Promise.promise();
    vertx
        .deployVerticle(
            new AbstractVerticle() {
              @Override
              public void start() {
                started.complete(context);
              }
            })
        .onFailure(started::tryFail);
    return started.future();
  }

  private static HttpClientOptions options(GuardConfig config) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAlive(true)
            .setKeepAliveTimeout((int) config.keepAlive().toSeconds());
    options.setConnectTimeout((int) config.connectTimeout().toMillis()).setTcpNoDelay(true);
    return options;
  }

  private static PoolOptions pool(GuardConfig config) {
    return new PoolOptions().setHttp1MaxSize(config.connectionsPerHost());
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
