package io.facteur.gateway.route;

import io.facteur.gateway.error.ErrorAnswers;
import io.facteur.gateway.oauth2.TokenEndpoint;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Where the API hangs in the HTTP server. */
@Singleton
class ApiRouter {

  /** After Quarkus' CORS filter (-300), before its authentication (-200), which is not ours. */
  private static final int ORDER = -250;

  private final ApiHandler api;
  private final TokenEndpoint tokens;
  private final Bodies bodies;
  private final ErrorAnswers errors;

  ApiRouter(ApiHandler api, TokenEndpoint tokens, Bodies bodies, ErrorAnswers errors) {
    this.api = api;
    this.tokens = tokens;
    this.bodies = bodies;
    this.errors = errors;
  }

  void register(@Observes Router router) {
    router.route("/1.0/*").order(ORDER).handler(api);
    router.route("/v1/*").order(ORDER).handler(api);
    router.post("/auth/oauth2/token").order(ORDER).handler(this::issueToken);
    router.get("/auth/oauth2/jwks").order(ORDER).handler(this::showKeys);
    router.route().order(ORDER + 1).handler(this::elsewhere);
    router.errorHandler(HttpResponseStatus.BAD_REQUEST.code(), this::unreadablePath);
  }

  /** What can't be decoded reaches no route. */
  private void unreadablePath(RoutingContext context) {
    String queryId = Answers.prepare(context.response());
    errors.write(context.response(), queryId, RequestPath.unreadable());
  }

  private void issueToken(RoutingContext context) {
    String queryId = Answers.prepare(context.response());
    bodies
        .read(context.request())
        .compose(
            form -> tokens.issue(context.request(), form).onComplete(done -> bodies.release(form)))
        .onFailure(problem -> errors.write(context.response(), queryId, problem));
  }

  private void showKeys(RoutingContext context) {
    String queryId = Answers.prepare(context.response());
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "max-age=300");
    tokens
        .jwks()
        .compose(keys -> Answers.send(context.response(), keys))
        .onFailure(problem -> errors.write(context.response(), queryId, problem));
  }

  /** Health and metrics are for the operator's side, which is plain HTTP. */
  private void elsewhere(RoutingContext context) {
    if (!context.request().isSSL() && context.normalizedPath().startsWith("/q/")) {
      context.next();
      return;
    }
    String queryId = Answers.prepare(context.response());
    errors.write(context.response(), queryId, RequestPath.outsideOfTheApi());
  }
}
