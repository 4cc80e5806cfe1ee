package io.facteur.messaging.job;

import io.facteur.messaging.number.Msisdn;
import io.facteur.messaging.sending.NewMessage;
import io.facteur.messaging.sending.Sending;
import java.util.List;

/** What the client reads of a job. */
final class Reports {

  private static final double THOUSANDTHS = 1000.0;

  private Reports() {}

  static SendingReport of(Sending sending, Audience audience, JobPlan plan) {
    return new SendingReport(
        sending.amount() / THOUSANDTHS,
        audience.invalid(),
        sending.messages().stream().map(NewMessage::id).toList(),
        audience.valid().stream().map(Msisdn::e164).toList(),
        plan.tag(),
        null);
  }

  /** No number could be read: nothing is sent and nothing is charged. */
  static SendingReport ofNobody(Audience audience, JobPlan plan) {
    return new SendingReport(0, audience.invalid(), List.of(), List.of(), plan.tag(), null);
  }

  static SendingReport withCreditsLeft(SendingReport report, long available) {
    return new SendingReport(
        report.totalCreditsRemoved(),
        report.invalidReceivers(),
        report.ids(),
        report.validReceivers(),
        report.tag(),
        available / THOUSANDTHS);
  }
}
