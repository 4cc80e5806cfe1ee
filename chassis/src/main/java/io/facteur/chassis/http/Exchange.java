package io.facteur.chassis.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request under one deadline, from the look-up to the last byte. Every hop of a redirect is
 * resolved and checked like the first.
 */
final class Exchange {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Vertx vertx;
  private final HttpClient client;
  private final GuardedResolver resolver;
  private final Set<Integer> deniedPorts;
  private final Limits limits;
  private final Promise<HttpClientResponse> head = Promise.promise();
  private final long timer;
  private volatile HttpClientRequest current;
  private volatile boolean timedOut;

  Exchange(
      Vertx vertx,
      HttpClient client,
      GuardedResolver resolver,
      Set<Integer> deniedPorts,
      Limits limits) {
    this.vertx = vertx;
    this.client = client;
    this.resolver = resolver;
    this.deniedPorts = deniedPorts;
    this.limits = limits;
    this.timer = vertx.setTimer(Math.max(1, limits.total().toMillis()), id -> expire());
  }

  Limits limits() {
    return limits;
  }

  /** Whether the deadline ended this exchange. */
  boolean timedOut() {
    return timedOut;
  }

  /** The head of the last answer, with its body paused. */
  Future<HttpClientResponse> open(URI uri, Map<String, String> headers) {
    hop(uri, headers, limits.redirects())
        .onComplete(
            answer -> {
              if (answer.succeeded()) {
                if (!head.tryComplete(answer.result())) {
                  reset();
                }
              } else {
                end();
                head.tryFail(timedOut ? new HttpRefusal.TimedOut(limits) : answer.cause());
              }
            });
    return head.future();
  }

  /** Stops the clock; called when the body has ended, or is not wanted any more. */
  void end() {
    vertx.cancelTimer(timer);
  }

  /** Breaks the connection. */
  void reset() {
    end();
    HttpClientRequest request = current;
    if (request != null) {
      request.reset();
    }
  }

  private void expire() {
    timedOut = true;
    reset();
    head.tryFail(new HttpRefusal.TimedOut(limits));
  }

  private Future<HttpClientResponse> hop(URI uri, Map<String, String> headers, int redirects) {
    Target target;
    try {
      target = Target.of(uri, deniedPorts);
    } catch (HttpRefusal refusal) {
      return Future.failedFuture(refusal);
    }
    return resolver
        .resolve(target.host())
        .compose(addresses -> dial(target, addresses, 0))
        .compose(request -> send(request, target, headers))
        .compose(answer -> redirects > 0 ? follow(uri, answer, headers, redirects) : ok(answer));
  }

  private Future<HttpClientRequest> dial(Target target, List<InetAddress> addresses, int index) {
    InetSocketAddress address = new InetSocketAddress(addresses.get(index), target.port());
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setServer(SocketAddress.inetSocketAddress(address))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.secure())
            .setURI(target.path());
    return client
        .request(options)
        .recover(
            problem ->
                index + 1 < addresses.size() && !timedOut
                    ? dial(target, addresses, index + 1)
                    : Future.failedFuture(new HttpRefusal.Disconnected(target.host())));
  }

  private Future<HttpClientResponse> send(
      HttpClientRequest request, Target target, Map<String, String> headers) {
    current = request;
    if (timedOut) {
      request.reset();
      return Future.failedFuture(new HttpRefusal.TimedOut(limits));
    }
    target
        .authorization()
        .ifPresent(value -> request.putHeader(HttpHeaderNames.AUTHORIZATION, value));
    headers.forEach(request::putHeader);
    return request
        .send()
        .map(Exchange::paused)
        .recover(problem -> Future.failedFuture(new HttpRefusal.Disconnected(target.host())));
  }

  private Future<HttpClientResponse> follow(
      URI from, HttpClientResponse answer, Map<String, String> headers, int redirects) {
    String location = answer.getHeader(HttpHeaderNames.LOCATION);
    if (location == null || !REDIRECTS.contains(answer.statusCode())) {
      return ok(answer);
    }
    answer.request().reset();
    try {
      return hop(from.resolve(location.strip()), headers, redirects - 1);
    } catch (IllegalArgumentException problem) {
      return Future.failedFuture(new HttpRefusal.NotHttp("the host redirects to no valid URL"));
    }
  }

  /** A body that nobody handles yet must not start to flow, nor its end be an error in the log. */
  private static HttpClientResponse paused(HttpClientResponse answer) {
    answer.exceptionHandler(problem -> {});
    answer.pause();
    return answer;
  }

  private static Future<HttpClientResponse> ok(HttpClientResponse answer) {
    return Future.succeededFuture(answer);
  }
}
