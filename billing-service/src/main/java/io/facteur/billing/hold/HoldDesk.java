package io.facteur.billing.hold;

import io.facteur.billing.ledger.Ledger;
import io.facteur.billing.ledger.LedgerException;
import io.facteur.billing.ledger.Movements;
import io.facteur.billing.ledger.Transfer;
import io.facteur.billing.ledger.TransferKind;
import io.facteur.chassis.partition.Partitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Answers a batch of holds in one transaction of five statements, however large the batch. A
 * sending that was answered before gets the same answer and moves nothing.
 */
@ApplicationScoped
public class HoldDesk {

  private final HoldTable table;
  private final Ledger ledger;
  private final Partitions partitions;
  private final HoldsConfig config;
  private final Clock clock;

  HoldDesk(HoldTable table, Ledger ledger, Partitions partitions, HoldsConfig config, Clock clock) {
    this.table = table;
    this.ledger = ledger;
    this.partitions = partitions;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The answers by sending, all of them committed.
   *
   * @throws RuntimeException when nothing was committed
   */
  public Map<Long, HoldAnswer> answer(List<HoldItem> items) {
    items.forEach(item -> partitions.cover(item.sendingId()));
    return QuarkusTransaction.requiringNew().call(() -> decide(items));
  }

  private Map<Long, HoldAnswer> decide(List<HoldItem> items) {
    TreeSet<String> serviceNames = new TreeSet<>();
    items.forEach(item -> serviceNames.add(item.serviceName()));
    List<Payer> payers = table.lockPayers(serviceNames);
    // Only now: what others have answered for these accounts is committed and can be seen.
    Decisions decisions = new Decisions(payers, table.stored(items));
    items.forEach(decisions::decide);
    store(decisions.fresh());
    return decisions.answers();
  }

  private void store(List<Decision> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    int stored = table.insert(fresh, now, now.plus(config.unresolvedAfter()));
    if (stored != fresh.size()) {
      // Two requests about the same sending of an account that has no balance to queue for.
      throw new LedgerException("a sending was answered by somebody else meanwhile");
    }
    Movements movements = new Movements();
    for (Decision decision : fresh) {
      HoldItem item = decision.item();
      if (decision.isHeld() && item.credits().isPositive()) {
        Payer payer = decision.payer();
        movements.add(
            Transfer.ofSending(
                TransferKind.HOLD,
                item.sendingId(),
                payer.paidFrom(),
                payer.heldIn(),
                item.credits()));
      }
    }
    ledger.write(movements);
  }
}
