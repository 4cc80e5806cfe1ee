package io.facteur.dlr.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** For what must only happen when the running transaction has been committed, or has not. */
@ApplicationScoped
public class AfterCommit {

  private final TransactionSynchronizationRegistry transaction;

  AfterCommit(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /** Runs the work once the running transaction is committed; never, when it is rolled back. */
  public void run(Runnable work) {
    runOr(work, () -> {});
  }

  /** Runs the one once the running transaction is committed, the other when it is rolled back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void runOr(Runnable committed, Runnable rolledBack) {
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Nothing is to be done inside of the transaction.
          }

          @Override
          public void afterCompletion(int status) {
            (status == Status.STATUS_COMMITTED ? committed : rolledBack).run();
          }
        });
  }
}
