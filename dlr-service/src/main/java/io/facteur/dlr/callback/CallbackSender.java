package io.facteur.dlr.callback;

import io.facteur.chassis.http.GuardedHttpClient;
import io.facteur.chassis.http.GuardedResponse;
import io.facteur.chassis.http.HttpRefusal;
import io.facteur.chassis.http.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Makes one attempt at one call. */
@ApplicationScoped
class CallbackSender {

  private static final int GONE = 410;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;

  private final GuardedHttpClient http;
  private final Clock clock;
  private final Limits limits;

  CallbackSender(GuardedHttpClient http, CallbackConfig config, Clock clock) {
    this.http = http;
    this.clock = clock;
    // A redirect is a failure: what is signed was meant for the URL that the customer gave.
    this.limits = new Limits(config.timeout(), config.maxAnswer(), 0);
  }

  /** Never fails: whatever happens is an outcome. */
  CompletionStage<Outcome> send(Callback callback) {
    Instant now = clock.instant();
    try {
      URI uri =
          CallbackUrl.of(
              callback.url(), callback.key().messageId(), callback.state(), callback.at());
      Map<String, String> headers =
          new HashMap<>(
              Signature.headers(
                  "msg_" + callback.key(), now, uri.getRawQuery(), callback.secrets()));
      headers.put("user-agent", "Facteur");
      return http.get(uri, headers, limits)
          .handle((answer, problem) -> problem == null ? read(answer, now) : failed(problem));
    } catch (IllegalArgumentException notAUrl) {
      return CompletableFuture.completedFuture(
          new Outcome.Failed(Problems.NO_URL, Optional.empty(), false));
    }
  }

  private static Outcome read(GuardedResponse answer, Instant now) {
    if (answer.successful()) {
      return new Outcome.Delivered();
    }
    if (answer.status() == GONE) {
      return new Outcome.Gone();
    }
    Optional<Duration> pause = answer.retryAfter().flatMap(text -> RetryAfter.parse(text, now));
    boolean trouble = answer.status() >= SERVER_ERROR || answer.status() == TOO_MANY;
    return new Outcome.Failed("answered with the status " + answer.status(), pause, trouble);
  }

  private static Outcome failed(Throwable problem) {
    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
    String text =
        cause instanceof HttpRefusal refusal
            ? refusal.getMessage()
            : "could not be sent: " + cause.getClass().getSimpleName();
    return new Outcome.Failed(text, Optional.empty(), true);
  }
}
