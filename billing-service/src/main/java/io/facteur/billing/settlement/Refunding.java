package io.facteur.billing.settlement;

import io.facteur.billing.hold.HoldState;
import io.facteur.billing.ledger.Ledger;
import io.facteur.billing.ledger.Movements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives back what refused and cancelled messages had cost, to where it came from. Only messages of
 * accepted sendings can be refused, so a hold that is still held when its refund arrives is posted
 * first; the event that says so is late and will find it done.
 */
@ApplicationScoped
public class Refunding {

  private final SettlementTable holds;
  private final RefundTable refunds;
  private final Posting posting;
  private final Ledger ledger;
  private final Anomalies anomalies;

  Refunding(
      SettlementTable holds,
      RefundTable refunds,
      Posting posting,
      Ledger ledger,
      Anomalies anomalies) {
    this.holds = holds;
    this.refunds = refunds;
    this.posting = posting;
    this.ledger = ledger;
    this.anomalies = anomalies;
  }

  /** Refunds each message once; a message that has its refund is skipped. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void refund(List<MessageRefund> messages) {
    if (messages.isEmpty()) {
      return;
    }
    Map<Long, RefundableHold> posted = lockPosted(messages);
    Set<String> done = refunds.done(messages);
    Movements movements = new Movements();
    for (MessageRefund message : messages) {
      if (done.add(message.reference()) && message.credits().isPositive()) {
        refund(message, posted.get(message.sendingId()), movements);
      }
    }
    List<RefundableHold> changed =
        posted.values().stream().filter(RefundableHold::changed).toList();
    if (!changed.isEmpty()) {
      refunds.count(changed);
      ledger.write(movements);
    }
  }

  private void refund(MessageRefund message, RefundableHold hold, Movements movements) {
    if (hold == null) {
      anomalies.report("refund-without-posting", message.sendingId(), message.toString());
      return;
    }
    var transfer = hold.refund(message);
    transfer.ifPresent(movements::add);
    if (transfer.isEmpty() || !transfer.get().amount().equals(message.credits())) {
      anomalies.report("refund-above-posting", message.sendingId(), message.toString());
    }
  }

  private Map<Long, RefundableHold> lockPosted(List<MessageRefund> messages) {
    TreeSet<Long> sendings = new TreeSet<>();
    messages.forEach(message -> sendings.add(message.sendingId()));
    List<ResolvedHold> locked = holds.lock(sendings);
    List<Long> overtaken =
        locked.stream()
            .filter(hold -> hold.state() == HoldState.HELD)
            .map(ResolvedHold::sendingId)
            .toList();
    if (!overtaken.isEmpty()) {
      posting.postHeld(overtaken);
    }
    Map<Long, RefundableHold> posted = new HashMap<>();
    for (ResolvedHold hold : locked) {
      if (hold.state() == HoldState.POSTED || hold.state() == HoldState.HELD) {
        posted.put(hold.sendingId(), new RefundableHold(hold));
      }
    }
    return posted;
  }
}
