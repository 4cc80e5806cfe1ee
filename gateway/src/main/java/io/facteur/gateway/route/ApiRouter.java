package io.facteur.gateway.route;

import io.facteur.gateway.error.ErrorAnswers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.enterprise.event.Observes;

/** Where the API hangs in the HTTP server. */
@Singleton
class ApiRouter {

  /** After Quarkus' CORS filter (-300), before its authentication (-200), which is not ours. */
  private static final int ORDER = -250;

  private final ApiHandler api;
  private final ErrorAnswers errors;

  ApiRouter(ApiHandler api, ErrorAnswers errors) {
    this.api = api;
    this.errors = errors;
  }

  void register(@Observes Router router) {
    router.route("/1.0/*").order(ORDER).handler(api);
    router.route("/v1/*").order(ORDER).handler(api);
    router.route().order(ORDER + 1).handler(this::elsewhere);
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
