package io.facteur.gateway.upstream;

import io.facteur.gateway.GatewayConfig;
import io.facteur.gateway.internaltoken.InternalTokens;
import io.facteur.gateway.internaltoken.TokenScope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keep-alive connections to the services. Every event loop has a pool of its own, so that a call
 * comes in, goes on and is answered on one thread.
 */
@Singleton
public class ServiceClient {

  private final ThreadLocal<HttpClient> clients;
  private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
  private final long answerTimeoutMillis;
  private final InternalTokens tokens;

  ServiceClient(Vertx vertx, GatewayConfig config, ServicesConfig services, InternalTokens tokens) {
    this.tokens = tokens;
    this.answerTimeoutMillis = config.upstream().answerTimeout().toMillis();
    addresses.put(Service.USERS, services.users());
    addresses.put(Service.MESSAGING, services.messaging());
    addresses.put(Service.BILLING, services.billing());
    addresses.put(Service.DLR, services.dlr());
    HttpClientOptions options =
        new HttpClientOptions()
            .setMaxWaitQueueSize(config.upstream().maxWaiting())
            .setTracingPolicy(TracingPolicy.IGNORE);
    options.setConnectTimeout((int) config.upstream().connectTimeout().toMillis());
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(config.upstream().poolSize());
    this.clients = ThreadLocal.withInitial(() -> vertx.createHttpClient(options, pool));
  }

  /**
   * A request to a service, ready for headers and body. Fails with a refusal when no connection can
   * be had; nothing was sent then.
   *
   * @param uri path and query
   */
  public Future<HttpClientRequest> open(Service service, HttpMethod method, String uri) {
    URI address = addresses.get(service);
    RequestOptions options =
        new RequestOptions()
            .setHost(address.getHost())
            .setPort(address.getPort())
            .setMethod(method)
            .setURI(uri)
            .setIdleTimeout(answerTimeoutMillis);
    return clients
        .get()
        .request(options)
        .recover(problem -> Future.failedFuture(ServiceFailure.unreachable(service, problem)));
  }

  /** Asks in the name of the scope, without a body. */
  public Future<ServiceAnswer> get(Service service, String uri, TokenScope scope) {
    return ask(service, HttpMethod.GET, uri, scope, Buffer.buffer());
  }

  /** Asks in the name of the scope, with a JSON body. */
  public Future<ServiceAnswer> post(Service service, String uri, TokenScope scope, Buffer json) {
    return ask(service, HttpMethod.POST, uri, scope, json);
  }

  private Future<ServiceAnswer> ask(
      Service service, HttpMethod method, String uri, TokenScope scope, Buffer body) {
    return tokens
        .authorization(scope)
        .compose(authorization -> send(service, method, uri, authorization, body))
        .recover(problem -> Future.failedFuture(ServiceFailure.unanswered(service, problem)));
  }

  /** What the gateway asks changes nothing, so a connection that just broke is tried once more. */
  private Future<ServiceAnswer> send(
      Service service, HttpMethod method, String uri, String authorization, Buffer body) {
    return sendOnce(service, method, uri, authorization, body)
        .recover(
            problem ->
                ServiceFailure.isBrokenConnection(problem)
                    ? sendOnce(service, method, uri, authorization, body)
                    : Future.failedFuture(problem));
  }

  private Future<ServiceAnswer> sendOnce(
      Service service, HttpMethod method, String uri, String authorization, Buffer body) {
    return open(service, method, uri)
        .compose(
            request -> {
              request.putHeader(HttpHeaders.AUTHORIZATION, authorization);
              if (body.length() > 0) {
                request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
              }
              return request.send(body);
            })
        .compose(
            response ->
                response.body().map(read -> new ServiceAnswer(response.statusCode(), read)));
  }
}
