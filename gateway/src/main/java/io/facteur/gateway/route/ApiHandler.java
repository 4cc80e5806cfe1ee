package io.facteur.gateway.route;

import io.facteur.gateway.account.Account;
import io.facteur.gateway.account.AccountList;
import io.facteur.gateway.account.AccountView;
import io.facteur.gateway.account.Accounts;
import io.facteur.gateway.credential.CredentialView;
import io.facteur.gateway.error.ErrorAnswers;
import io.facteur.gateway.error.Refusal;
import io.facteur.gateway.error.Refused;
import io.facteur.gateway.internaltoken.TokenScope;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Answers one call to the API: finds the operation, lets the caller in, has the work done. */
@Singleton
class ApiHandler implements Handler<RoutingContext> {

  private final Routes routes = new Routes(RouteTable.OPERATIONS);
  private final Door door;
  private final Accounts accounts;
  private final AccountList accountList;
  private final AccountView accountView;
  private final Forwarder forwarder;
  private final ErrorAnswers errors;
  private final CallMeters meters;
  private final Clock clock;

  ApiHandler(
      Door door,
      Accounts accounts,
      AccountList accountList,
      AccountView accountView,
      Forwarder forwarder,
      ErrorAnswers errors,
      CallMeters meters,
      Clock clock) {
    this.door = door;
    this.accounts = accounts;
    this.accountList = accountList;
    this.accountView = accountView;
    this.forwarder = forwarder;
    this.errors = errors;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String queryId = Answers.prepare(request.response());
    Future<Void> answered;
    try {
      answered = answer(request, queryId);
    } catch (RuntimeException problem) {
      answered = Future.failedFuture(problem);
    }
    answered.onFailure(problem -> errors.write(request.response(), queryId, problem));
  }

  private Future<Void> answer(HttpServerRequest request, String queryId) {
    RequestPath path = RequestPath.of(request.uri());
    Routes.Route route = routes.find(path).orElseThrow(() -> Door.noSuchPath(request, path));
    Operation operation = route.operations().get(request.method().name());
    if (operation == null) {
      throw wrongMethod(request, path, route);
    }
    Call call = new Call(request, queryId, path, operation, route.serviceName(path));
    long start = System.nanoTime();
    return answer(call)
        .onComplete(
            done ->
                meters.answered(
                    operation.target(),
                    done.succeeded()
                        ? call.response().getStatusCode()
                        : Refused.statusOf(done.cause()),
                    System.nanoTime() - start));
  }

  private Future<Void> answer(Call call) {
    return switch (call.operation().audience()) {
      case ANYONE -> Answers.send(call.response(), forAnyone(call));
      case BEARERS -> door.admit(call, ApiHandler::forBearer);
      case CUSTOMERS -> door.admit(call, this::forCustomer);
      case OPERATORS ->
          door.admit(call, this::forOperator)
              .recover(problem -> Future.failedFuture(hidden(call, problem)));
    };
  }

  private Buffer forAnyone(Call call) {
    if (call.operation().target() == Target.CLOCK) {
      return Buffer.buffer(Long.toString(clock.instant().getEpochSecond()));
    }
    HttpServerRequest request = call.request();
    String host = request.authority() == null ? "localhost" : request.authority().toString();
    return ApiSchema.at(call.path().decoded(), request.scheme() + "://" + host + "/1.0");
  }

  private static Future<Void> forBearer(Admission admission) {
    Buffer answer =
        admission.call().operation().target() == Target.CREDENTIAL
            ? CredentialView.of(admission.credential())
            : CredentialView.identity(admission.credential());
    return Answers.send(admission.call().response(), answer);
  }

  private Future<Void> forCustomer(Admission admission) {
    Call call = admission.call();
    String customer = admission.credential().customer();
    if (call.serviceName() == null) {
      return call.operation().target() == Target.ACCOUNT_LIST
          ? accountList
              .read(customer, admission.credential().rules())
              .compose(names -> Answers.send(call.response(), names))
          : forwarder.forward(admission, TokenScope.customer(customer));
    }
    return accounts
        .ofCustomer(call.serviceName(), customer)
        .compose(account -> about(account, admission));
  }

  private Future<Void> about(Account account, Admission admission) {
    if (admission.call().operation().target() == Target.ACCOUNT_VIEW) {
      return accountView
          .read(account)
          .compose(view -> Answers.send(admission.call().response(), view));
    }
    return forwarder.forward(
        admission,
        TokenScope.customer(account.customer(), account.serviceName(), account.settingsVersion()));
  }

  private Future<Void> forOperator(Admission admission) {
    String serviceName = admission.call().serviceName();
    return serviceName == null
        ? forwarder.forward(admission, TokenScope.operator(null, 0))
        : accounts
            .ofAnyone(serviceName)
            .compose(
                account ->
                    forwarder.forward(
                        admission,
                        TokenScope.operator(account.serviceName(), account.settingsVersion())));
  }

  private static Refused wrongMethod(
      HttpServerRequest request, RequestPath path, Routes.Route route) {
    boolean hidden =
        route.operations().values().stream()
            .anyMatch(operation -> operation.audience() == Operation.Audience.OPERATORS);
    if (hidden) {
      return Door.noSuchPath(request, path);
    }
    request.response().putHeader(HttpHeaders.ALLOW, route.allowed());
    return Refusal.METHOD_NOT_ALLOWED.because(
        path.decoded() + " does not take " + request.method().name() + ", only " + route.allowed());
  }

  /** Keys that are missing or unknown hide an operator's path as keys of a customer do. */
  private static Throwable hidden(Call call, Throwable problem) {
    return problem instanceof Refused refused && refused.refusal().isAboutKeys()
        ? Door.noSuchPath(call.request(), call.path())
        : problem;
  }
}
