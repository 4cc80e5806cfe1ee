package io.facteur.gateway.route;

import io.facteur.gateway.error.ErrorAnswers;
import io.facteur.gateway.error.Refusal;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Where the API hangs in the HTTP server. */
@ApplicationScoped
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
    router.route("/q/*").order(ORDER).handler(this::onlyInside);
    router.route().last().handler(refuse(Refusal.NO_SUCH_PATH, "There is nothing here"));
    router.errorHandler(400, refuse(Refusal.UNREADABLE_PATH, "The path can't be read"));
    router.errorHandler(404, refuse(Refusal.NO_SUCH_PATH, "There is nothing here"));
  }

  /** Health and metrics are for the operator's side, which is plain HTTP. */
  private void onlyInside(RoutingContext context) {
    if (context.request().isSSL()) {
      refuse(Refusal.NO_SUCH_PATH, "There is nothing here").handle(context);
    } else {
      context.next();
    }
  }

  private Handler<RoutingContext> refuse(Refusal refusal, String message) {
    return context ->
        errors.write(
            context.response(),
            Answers.prepare(context.response()),
            refusal.because(message + "; the API is below /1.0 and /v1"));
  }
}
