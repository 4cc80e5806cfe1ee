package io.facteur.billing.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The transfers of one transaction, and what they sum up to per ledger account. */
public final class Movements {

  private final List<Transfer> transfers = new ArrayList<>();
  private final SortedMap<LedgerAccount, Credits> changes = new TreeMap<>();

  public void add(Transfer transfer) {
    transfers.add(transfer);
    changes.merge(transfer.from(), Credits.NONE.minus(transfer.amount()), Credits::plus);
    changes.merge(transfer.to(), transfer.amount(), Credits::plus);
  }

  public boolean isEmpty() {
    return transfers.isEmpty();
  }

  List<Transfer> transfers() {
    return Collections.unmodifiableList(transfers);
  }

  /** What each balance changes by, in the order of locking. */
  SortedMap<LedgerAccount, Credits> changes() {
    return Collections.unmodifiableSortedMap(changes);
  }
}
