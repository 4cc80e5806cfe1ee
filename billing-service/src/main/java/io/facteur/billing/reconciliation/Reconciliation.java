package io.facteur.billing.reconciliation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A proof that the credits add up, or where they do not.
 *
 * @param at the moment of the one snapshot that everything was read in
 * @param sumOfBalances thousandths of a credit over all ledger accounts; 0
 * @param issued thousandths of a credit that the platform gave out and that are somewhere
 * @param differences the first of them, as many as the configuration says
 */
public record Reconciliation(
    Instant at,
    long ledgerAccounts,
    long transfers,
    long sumOfBalances,
    long issued,
    List<Difference> differences) {

  public Reconciliation {
    differences = List.copyOf(differences);
  }

  /** Whether everything adds up. */
  @JsonProperty("balanced")
  public boolean isBalanced() {
    return sumOfBalances == 0 && differences.isEmpty();
  }
}
