package io.facteur.messaging.job;

import io.facteur.messaging.sending.NewMessage;
import io.facteur.messaging.sending.Sending;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** What the client reads of a job. */
final class Reports {

  private static final double THOUSANDTHS = 1000.0;

  private Reports() {}

  static SendingReport of(Sending sending, Audience audience, JobPlan plan) {
    return new SendingReport(
        sending.amount() / THOUSANDTHS,
        audience.invalid(),
        new Column<>(sending.messages(), NewMessage::id),
        new Column<>(sending.messages(), message -> "+" + message.receiver()),
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

  /** One field of every message, made when it is written: answers may have 200,000 of them. */
  private static final class Column<T> extends AbstractList<T> implements RandomAccess {
    private final List<NewMessage> messages;
    private final Function<NewMessage, T> field;

    Column(List<NewMessage> messages, Function<NewMessage, T> field) {
      this.messages = messages;
      this.field = field;
    }

    @Override
    public T get(int index) {
      return field.apply(messages.get(index));
    }

    @Override
    public int size() {
      return messages.size();
    }
  }
}
