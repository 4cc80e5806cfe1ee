package io.facteur.messaging.job;

import io.facteur.chassis.caller.Caller;
import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.link.Links;
import io.facteur.messaging.number.Msisdn;
import io.facteur.messaging.sending.NewMessage;
import io.facteur.messaging.sending.Sending;
import io.facteur.messaging.text.SmsText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the messages of a job: each receiver's text with its STOP clause, its segments, its price.
 */
@ApplicationScoped
class Renderer {

  private final JobConfig config;
  private final Links links;
  private final Clock clock;

  Renderer(JobConfig config, Links links, Clock clock) {
    this.config = config;
    this.links = links;
    this.clock = clock;
  }

  /**
   * The sending that the plan makes for its audience.
   *
   * @param sendingId the messages take the ids after it
   * @throws ApiException 400 when the text is too long, 503 when no operator is connected
   */
  Sending render(long sendingId, Caller caller, JobPlan plan, Audience audience) {
    Instant now = clock.instant();
    Instant due = now.plus(plan.delay());
    String commonText = plan.text() + clause(plan, audience.valid().get(0));
    Map<String, SmsText> texts = new HashMap<>();
    int count = audience.valid().size();
    List<NewMessage> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Msisdn receiver = audience.valid().get(i);
      String text = audience.text(i, plan.text()) + clause(plan, receiver);
      SmsText cut =
          audience.texts() == null
              ? texts.computeIfAbsent(text, t -> cut(t, plan.forceUcs2(), null))
              : cut(text, plan.forceUcs2(), receiver);
      messages.add(
          new NewMessage(
              sendingId + 1 + i,
              receiver.digits(),
              cut,
              !text.equals(commonText),
              cut.segments() * rate(receiver)));
    }
    return new Sending(
        sendingId,
        caller.serviceName(),
        caller.apiUser(),
        caller.settingsVersion(),
        plan.sender(),
        plan.tag(),
        commonText,
        plan.forceUcs2(),
        plan.messageClass().code(),
        plan.priority().code(),
        now,
        plan.delay().isZero() ? null : due,
        due.plus(plan.validity()),
        links.preferred(),
        null,
        messages);
  }

  /** The segments of a text; the receiver is for the refusal, null when all get the text. */
  private SmsText cut(String text, boolean forceUcs2, Msisdn receiver) {
    SmsText cut = SmsText.of(text, forceUcs2);
    if (cut.segments() > config.segments()) {
      throw ApiException.invalid(
          "message",
          "takes "
              + cut.segments()
              + " segments"
              + (receiver == null ? "" : " for " + receiver.e164())
              + ", at most "
              + config.segments()
              + " are sent: shorten it to "
              + config.segments() * cut.encoding().joined()
              + " characters, STOP clause included");
    }
    return cut;
  }

  private String clause(JobPlan plan, Msisdn receiver) {
    if (!plan.stopClause()) {
      return "";
    }
    String own = config.stopClause().byCountry().get(country(receiver));
    return own == null ? config.stopClause().text() : own;
  }

  private long rate(Msisdn receiver) {
    Long own = config.rates().byCountry().get(country(receiver));
    return own == null ? config.rates().otherwise() : own;
  }

  private static String country(Msisdn receiver) {
    return receiver.region().toLowerCase(Locale.ROOT);
  }
}
