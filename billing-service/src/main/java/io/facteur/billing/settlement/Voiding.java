package io.facteur.billing.settlement;

import io.facteur.billing.hold.HoldState;
import io.facteur.billing.ledger.Ledger;
import io.facteur.billing.ledger.Movements;
import io.facteur.billing.ledger.Transfer;
import io.facteur.billing.ledger.TransferKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Gives back what was held for sendings that messaging has given up. */
@ApplicationScoped
public class Voiding {

  private final SettlementTable table;
  private final Ledger ledger;
  private final Anomalies anomalies;

  Voiding(SettlementTable table, Ledger ledger, Anomalies anomalies) {
    this.table = table;
    this.ledger = ledger;
    this.anomalies = anomalies;
  }

  /**
   * Voids these holds; where a hold has not come yet, a tombstone will refuse it. The balances are
   * locked before the holds are looked at, as a batch of holds does, so that a hold can't slip in
   * between.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void giveUp(List<SendingRef> sendings) {
    Map<Long, SendingRef> open = new HashMap<>();
    TreeSet<String> serviceNames = new TreeSet<>();
    for (SendingRef sending : sendings) {
      open.put(sending.sendingId(), sending);
      serviceNames.add(sending.serviceName());
    }
    if (open.isEmpty()) {
      return;
    }
    table.lockBalances(serviceNames);
    Movements movements = new Movements();
    for (ResolvedHold hold : table.resolve(open.keySet(), HoldState.VOIDED)) {
      open.remove(hold.sendingId());
      if (hold.amount().isPositive()) {
        movements.add(
            Transfer.ofSending(
                TransferKind.VOID,
                hold.sendingId(),
                hold.heldIn(),
                hold.paidFrom(),
                hold.amount()));
      }
    }
    ledger.write(movements);
    if (!open.isEmpty()) {
      table.bury(open.values());
      explain(open);
    }
  }

  private void explain(Map<Long, SendingRef> unvoided) {
    for (ResolvedHold hold : table.lock(unvoided.keySet())) {
      if (hold.state() == HoldState.POSTED) {
        anomalies.report("abandoned-after-accepted", hold.sendingId(), "stays posted");
      }
    }
  }
}
