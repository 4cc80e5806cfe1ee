package io.facteur.gateway.route;

import io.facteur.gateway.account.Accounts;
import io.facteur.gateway.flush.RememberedFacts;
import io.facteur.gateway.internaltoken.InternalTokens;
import io.facteur.gateway.internaltoken.TokenScope;
import io.facteur.gateway.upstream.Service;
import io.facteur.gateway.upstream.ServiceClient;
import io.facteur.gateway.upstream.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;

/**
 * Passes a call on to its service and the answer back. Only headers that mean something to a
 * service are passed, so nothing that the gateway vouches for can come from outside. A change is
 * sent once; a read is sent once more when its connection broke before the answer.
 */
@Singleton
class Forwarder {

  private static final CharSequence QUERY_ID = HttpHeaders.createOptimized("X-Facteur-Query-Id");
  private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
  private static final CharSequence APPLICATION_JSON =
      HttpHeaders.createOptimized("application/json");
  private static final CharSequence IDEMPOTENCY_KEY =
      HttpHeaders.createOptimized("Idempotency-Key");

  private final ServiceClient services;
  private final InternalTokens tokens;
  private final Accounts accounts;
  private final RememberedFacts remembered;

  Forwarder(
      ServiceClient services,
      InternalTokens tokens,
      Accounts accounts,
      RememberedFacts remembered) {
    this.services = services;
    this.tokens = tokens;
    this.accounts = accounts;
    this.remembered = remembered;
  }

  /** Answers the call with what its service says to it in this scope. */
  Future<Void> forward(Admission admission, TokenScope scope) {
    Service service = admission.call().operation().target().service().orElseThrow();
    return tokens
        .authorization(scope)
        .compose(authorization -> exchange(admission, service, authorization))
        .onComplete(answered -> forget(admission.call()))
        .compose(response -> Relay.answer(response, admission.call().response()));
  }

  /** Before the caller hears of a change, nothing from before it is left in this process. */
  private void forget(Call call) {
    if (call.operation().target() != Target.USERS || isRead(call)) {
      return;
    }
    if (call.serviceName() == null) {
      remembered.forgetAll();
    } else {
      accounts.drop(call.serviceName());
    }
  }

  private static boolean isRead(Call call) {
    return call.operation().method().equals("GET");
  }

  private Future<HttpClientResponse> exchange(
      Admission admission, Service service, String authorization) {
    Future<HttpClientResponse> first = exchangeOnce(admission, service, authorization);
    if (!isRead(admission.call())) {
      return first.recover(
          problem -> Future.failedFuture(ServiceFailure.unknownOutcome(service, problem)));
    }
    return first
        .recover(
            problem ->
                ServiceFailure.isBrokenConnection(problem)
                    ? exchangeOnce(admission, service, authorization)
                    : Future.failedFuture(problem))
        .recover(problem -> Future.failedFuture(ServiceFailure.unanswered(service, problem)));
  }

  private Future<HttpClientResponse> exchangeOnce(
      Admission admission, Service service, String authorization) {
    Call call = admission.call();
    HttpMethod method = call.request().method();
    return services
        .open(service, method, call.path().target())
        .compose(
            request -> {
              setHeaders(request.headers(), call, authorization, admission.body());
              return admission.body().length() == 0
                  ? request.send()
                  : request.send(admission.body());
            });
  }

  /** Every body is JSON, whatever the client calls it: OVH's own clients call it many things. */
  private static void setHeaders(MultiMap headers, Call call, String authorization, Buffer body) {
    headers
        .set(HttpHeaders.AUTHORIZATION, authorization)
        .set(QUERY_ID, call.queryId())
        .set(FORWARDED_FOR, call.clientAddress());
    if (body.length() > 0) {
      headers.set(HttpHeaders.CONTENT_TYPE, APPLICATION_JSON);
    }
    String key = call.request().headers().get(IDEMPOTENCY_KEY);
    if (key != null) {
      headers.set(IDEMPOTENCY_KEY, key);
    }
  }
}
