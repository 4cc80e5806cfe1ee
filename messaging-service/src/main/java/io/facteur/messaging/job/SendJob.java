package io.facteur.messaging.job;

import io.facteur.chassis.caller.Caller;
import io.facteur.chassis.error.ApiException;
import io.facteur.chassis.id.IdBlocks;
import io.facteur.messaging.hold.HoldAnswer;
import io.facteur.messaging.hold.HoldRequest;
import io.facteur.messaging.hold.Holds;
import io.facteur.messaging.sender.Senders;
import io.facteur.messaging.sending.Acceptance;
import io.facteur.messaging.sending.Acceptor;
import io.facteur.messaging.sending.Sending;
import io.facteur.messaging.settings.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes a job: checks it, renders its messages, has their credits held, accepts it. The steps after
 * the check run on whatever thread brings the answer of the step before; none waits.
 */
@ApplicationScoped
public class SendJob {

  private final JobConfig config;
  private final Accounts accounts;
  private final Senders senders;
  private final Audiences audiences;
  private final Renderer renderer;
  private final Repeats repeats;
  private final IdBlocks ids;
  private final Holds holds;
  private final Acceptor acceptor;
  private final GivenUp givenUp;

  SendJob(
      JobConfig config,
      Accounts accounts,
      Senders senders,
      Audiences audiences,
      Renderer renderer,
      Repeats repeats,
      IdBlocks ids,
      Holds holds,
      Acceptor acceptor,
      GivenUp givenUp) {
    this.config = config;
    this.accounts = accounts;
    this.senders = senders;
    this.audiences = audiences;
    this.renderer = renderer;
    this.repeats = repeats;
    this.ids = ids;
    this.holds = holds;
    this.acceptor = acceptor;
    this.givenUp = givenUp;
  }

  /**
   * Sends, and answers when the job is accepted.
   *
   * @param idempotencyKey the client's key, or null
   * @throws ApiException 4xx that names the field; the stage fails with one for the rest
   */
  public CompletionStage<SendingReport> send(
      Caller caller, JobRequest request, String idempotencyKey) {
    JobPlan plan = JobPlan.of(request, config);
    JobPlan.receivers(request, config.receivers());
    String serviceName = caller.serviceName();
    senders.requireUsable(serviceName, plan.sender());
    var earlier = repeats.find(serviceName, idempotencyKey, request);
    if (earlier.isPresent()) {
      return CompletableFuture.completedStage(earlier.get());
    }
    if (!accounts.maySend(serviceName)) {
      throw Refusal.disabled(serviceName);
    }
    Audience audience = audiences.of(request, plan, serviceName);
    if (audience.valid().isEmpty()) {
      audience.room().close();
      return CompletableFuture.completedStage(Reports.ofNobody(audience, plan));
    }
    try {
      long sendingId = ids.next(audience.valid().size() + 1);
      Sending unkeyed = renderer.render(sendingId, caller, plan, audience);
      SendingReport report = Reports.of(unkeyed, audience, plan);
      Sending sending = repeats.keyed(unkeyed, idempotencyKey, request, report);
      return holdAndAccept(sending, report)
          .whenComplete((answer, problem) -> audience.room().close());
    } catch (RuntimeException refused) {
      audience.room().close();
      throw refused;
    }
  }

  private CompletionStage<SendingReport> holdAndAccept(Sending sending, SendingReport report) {
    return holds
        .hold(
            new HoldRequest(
                sending.id(), sending.serviceName(), sending.apiUser(), sending.amount()))
        .handle((answer, problem) -> problem == null ? answer : givenUp.unanswered(sending))
        .thenCompose(answer -> accept(sending, report, answer));
  }

  private CompletionStage<SendingReport> accept(
      Sending sending, SendingReport report, HoldAnswer answer) {
    if (!answer.isHeld()) {
      throw Refusal.of(answer, sending);
    }
    return acceptor
        .accept(sending)
        .handle((acceptance, problem) -> problem == null ? acceptance : givenUp.unknown(problem))
        .thenApply(acceptance -> report(sending, report, acceptance, answer.available()));
  }

  private SendingReport report(
      Sending sending, SendingReport report, Acceptance acceptance, long available) {
    return switch (acceptance) {
      case ACCEPTED -> Reports.withCreditsLeft(report, available);
      case ABANDONED -> throw GivenUp.tryAgain();
      case REPEATED -> repeats.require(sending);
    };
  }
}
