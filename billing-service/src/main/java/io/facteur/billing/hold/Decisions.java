package io.facteur.billing.hold;

import io.facteur.billing.account.AccountStatus;
import io.facteur.billing.ledger.Credits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides a batch in the order of its requests: first come, first served, and an item that is
 * refused leaves its credits to the next. Plain arithmetic on locked balances.
 */
final class Decisions {

  private final Map<String, Payer> payers = new HashMap<>();
  private final Map<String, Credits> left = new HashMap<>();
  private final Map<Long, HoldAnswer> answers = new LinkedHashMap<>();
  private final List<Decision> fresh = new ArrayList<>();

  Decisions(Collection<Payer> payers, Collection<StoredHold> stored) {
    payers.forEach(payer -> this.payers.put(payer.serviceName(), payer));
    payers.forEach(payer -> left.put(payer.serviceName(), payer.balance()));
    stored.forEach(hold -> answers.put(hold.sendingId(), hold.answer()));
  }

  /** Decides the item, unless its sending has an answer already. */
  void decide(HoldItem item) {
    if (answers.containsKey(item.sendingId())) {
      return;
    }
    Payer payer = payers.get(item.serviceName());
    HoldOutcome outcome = outcome(item, payer);
    Credits available = left.getOrDefault(item.serviceName(), Credits.NONE);
    if (outcome == HoldOutcome.HELD) {
      available = available.minus(item.credits());
      left.put(item.serviceName(), available);
    }
    HoldAnswer answer = new HoldAnswer(item.sendingId(), outcome, available.thousandths());
    answers.put(item.sendingId(), answer);
    fresh.add(new Decision(item, answer, payer));
  }

  private HoldOutcome outcome(HoldItem item, Payer payer) {
    if (payer == null) {
      return HoldOutcome.UNKNOWN_ACCOUNT;
    }
    if (payer.status() != AccountStatus.ENABLE) {
      return HoldOutcome.ACCOUNT_DISABLED;
    }
    boolean enough = left.get(item.serviceName()).compareTo(item.credits()) >= 0;
    return enough ? HoldOutcome.HELD : HoldOutcome.NO_CREDIT;
  }

  /** What is to be stored. */
  List<Decision> fresh() {
    return fresh;
  }

  /** The answer of every sending that was asked about, stored or new. */
  Map<Long, HoldAnswer> answers() {
    return answers;
  }
}
