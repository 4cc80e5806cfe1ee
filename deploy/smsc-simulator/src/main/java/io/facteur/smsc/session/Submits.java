package io.facteur.smsc.session;

import io.facteur.smsc.behaviour.Behaviour;
import io.facteur.smsc.mailbox.Delivery;
import io.facteur.smsc.mailbox.Mailbox;
import io.facteur.smsc.mailbox.ReceiptDelivery;
import io.facteur.smsc.script.Outcome;
import io.facteur.smsc.script.PlannedReport;
import io.facteur.smsc.script.Script;
import io.facteur.smsc.tally.SegmentSeen;
import io.facteur.smsc.tally.Tally;
import io.facteur.smsc.timer.Timer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;

/** Decides what becomes of each submit_sm, counts it, answers it and plans its receipts. */
public final class Submits {

  private static final int ALWAYS = 1;
  private static final int ON_FAILURE = 2;

  /** Long enough for a receipt to be dealt with before the answer that it overtakes. */
  private static final long OVERTAKEN_MILLIS = 100;

  private final Clock clock;
  private final Timer timer;
  private final Behaviour behaviour;
  private final Tally tally;
  private final OperatorIds ids;
  private final Throttles throttles = new Throttles();

  public Submits(Clock clock, Timer timer, Behaviour behaviour, Tally tally) {
    this.clock = clock;
    this.timer = timer;
    this.behaviour = behaviour;
    this.tally = tally;
    this.ids = new OperatorIds(clock.millis());
  }

  /** Forgets who was throttled. */
  public void reset() {
    throttles.reset();
  }

  void take(SubmitSm submit, Mailbox mailbox, LongConsumer accept, IntConsumer refuse) {
    Submission submission = Submission.of(submit);
    Script script = Script.of(submission.receiver());
    int status = statusOf(submission, script, mailbox);
    long id = status == 0 ? ids.next() : 0;
    tally.count(submission.fingerprint(), seen(submission), status, id);
    if (status != 0) {
      afterDelay(() -> refuse.accept(status), 0);
      return;
    }
    // Written down before the answer: a message that was accepted is reported, come what may.
    List<Planned> reports = plan(submission, script, mailbox, id);
    if (script.reportFirst()) {
      reports.forEach(planned -> planned.post(mailbox));
      afterDelay(() -> accept.accept(id), OVERTAKEN_MILLIS);
    } else {
      afterDelay(
          () -> {
            accept.accept(id);
            reports.forEach(planned -> planned.post(mailbox));
          },
          0);
    }
  }

  private int statusOf(Submission submission, Script script, Mailbox mailbox) {
    if (!behaviour.admits(clock.millis())) {
      return SMPPConstant.STAT_ESME_RTHROTTLED;
    }
    if (!mailbox.hasRoom()) {
      return SMPPConstant.STAT_ESME_RMSGQFUL;
    }
    boolean throttled =
        script.throttles() > 0 && throttles.throttle(submission.place(), script.throttles());
    return throttled ? SMPPConstant.STAT_ESME_RTHROTTLED : script.status();
  }

  private void afterDelay(Runnable answer, long extraMillis) {
    long millis = behaviour.delayMillis() + extraMillis;
    if (millis == 0) {
      answer.run();
    } else {
      timer.after(millis, answer);
    }
  }

  private List<Planned> plan(Submission submission, Script script, Mailbox mailbox, long id) {
    List<Planned> planned = new ArrayList<>(script.reports().size());
    long now = clock.millis();
    for (PlannedReport report : script.reports()) {
      if (isWanted(submission, report.outcome())) {
        ReceiptDelivery receipt =
            new ReceiptDelivery(
                id,
                submission.sender(),
                submission.receiver(),
                report.outcome(),
                submission.beginning(),
                now,
                now + report.afterMillis());
        planned.add(new Planned(mailbox.keep(receipt), report.afterMillis()));
      }
    }
    return planned;
  }

  private record Planned(Delivery delivery, long afterMillis) {
    void post(Mailbox mailbox) {
      mailbox.postLater(delivery, afterMillis);
    }
  }

  private static boolean isWanted(Submission submission, Outcome outcome) {
    return submission.receipts() == ALWAYS
        || (submission.receipts() == ON_FAILURE && !outcome.stat().equals("DELIVRD"));
  }

  private static SegmentSeen seen(Submission submission) {
    return new SegmentSeen(
        submission.sender(),
        submission.receiver(),
        submission.dataCoding(),
        submission.header(),
        submission.body(),
        submission.segment(),
        submission.segments());
  }
}
