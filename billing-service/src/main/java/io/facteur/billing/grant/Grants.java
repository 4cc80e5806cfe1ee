package io.facteur.billing.grant;

import io.facteur.billing.account.SmsAccount;
import io.facteur.billing.account.SmsAccounts;
import io.facteur.billing.ledger.Credits;
import io.facteur.billing.ledger.Ledger;
import io.facteur.billing.ledger.LedgerAccount;
import io.facteur.billing.ledger.Movements;
import io.facteur.billing.ledger.Transfer;
import io.facteur.billing.ledger.TransferKind;
import io.facteur.chassis.error.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** Issues credits, once per reference. */
@ApplicationScoped
public class Grants {

  private static final Logger LOG = Logger.getLogger(Grants.class);

  private final GrantTable table;
  private final SmsAccounts accounts;
  private final Ledger ledger;

  Grants(GrantTable table, SmsAccounts accounts, Ledger ledger) {
    this.table = table;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  /**
   * Moves the credits from issued to the account's available, unless this reference did so before.
   *
   * @return what was available right after it
   * @throws ApiException 409 when the reference stands for another grant
   */
  @Transactional
  public Credits issue(Grant grant) {
    // The row of the reference comes first: a repeat at the same time waits here for the outcome.
    if (!table.insert(grant)) {
      return repeat(grant);
    }
    // The gateway has asked users-service about the account, whose own event may be on its way.
    SmsAccount account = accounts.open(grant.serviceName());
    Movements movements = new Movements();
    movements.add(
        new Transfer(
            TransferKind.GRANT,
            0,
            grant.reference(),
            LedgerAccount.ISSUED,
            account.available(),
            grant.amount()));
    ledger.write(movements);
    Credits left = table.complete(grant, account.available());
    LOG.infof(
        "fact=credits-granted account=%s credits=%s by=%s",
        grant.serviceName(), grant.amount(), grant.grantedBy());
    return left;
  }

  private Credits repeat(Grant grant) {
    GrantTable.Stored stored = table.find(grant.reference());
    if (!stored.grant().isSameAs(grant)) {
      throw ApiException.conflict(
          "reference was used for another grant; choose a new one for new credits");
    }
    return stored.creditsLeft();
  }
}
