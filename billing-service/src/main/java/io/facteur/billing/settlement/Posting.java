package io.facteur.billing.settlement;

import io.facteur.billing.hold.HoldState;
import io.facteur.billing.ledger.Ledger;
import io.facteur.billing.ledger.Movements;
import io.facteur.billing.ledger.Transfer;
import io.facteur.billing.ledger.TransferKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spends what was held for sendings that messaging has accepted. */
@ApplicationScoped
public class Posting {

  private final SettlementTable table;
  private final Ledger ledger;
  private final Anomalies anomalies;

  Posting(SettlementTable table, Ledger ledger, Anomalies anomalies) {
    this.table = table;
    this.ledger = ledger;
    this.anomalies = anomalies;
  }

  /** Posts the holds of these sendings that are still held; a repeat does nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void post(List<SendingRef> sendings) {
    Map<Long, SendingRef> open = new HashMap<>();
    sendings.forEach(sending -> open.put(sending.sendingId(), sending));
    if (open.isEmpty()) {
      return;
    }
    for (ResolvedHold posted : postHeld(open.keySet())) {
      compare(posted, open.remove(posted.sendingId()));
    }
    if (!open.isEmpty()) {
      explain(open.keySet());
    }
  }

  /** Moves the credits of those that are still held, and says which these were. */
  List<ResolvedHold> postHeld(Collection<Long> sendings) {
    List<ResolvedHold> posted = table.resolve(sendings, HoldState.POSTED);
    Movements movements = new Movements();
    for (ResolvedHold hold : posted) {
      if (hold.amount().isPositive()) {
        movements.add(
            Transfer.ofSending(
                TransferKind.POST,
                hold.sendingId(),
                hold.heldIn(),
                hold.consumed(),
                hold.amount()));
      }
    }
    ledger.write(movements);
    return posted;
  }

  private void compare(ResolvedHold posted, SendingRef sending) {
    if (sending.amount() != null && sending.amount() != posted.amount().thousandths()) {
      anomalies.report(
          "posted-other-amount",
          posted.sendingId(),
          "held " + posted.amount().thousandths() + ", accepted " + sending.amount());
    }
  }

  private void explain(Collection<Long> unposted) {
    Map<Long, HoldState> states = new HashMap<>();
    table.lock(unposted).forEach(hold -> states.put(hold.sendingId(), hold.state()));
    for (long sending : unposted) {
      HoldState state = states.get(sending);
      if (state != HoldState.POSTED) {
        anomalies.report("accepted-without-hold", sending, "state " + state);
      }
    }
  }
}
