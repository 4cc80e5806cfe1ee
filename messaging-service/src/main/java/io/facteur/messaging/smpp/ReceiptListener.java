package io.facteur.messaging.smpp;

import java.util.concurrent.CompletionStage;

/** Who takes the receipts of a link. */
@FunctionalInterface
public interface ReceiptListener {

  /**
   * Takes one receipt, without blocking: it is called on the thread that reads the link. {@code
   * deliver_sm_resp} is sent when the stage completes, so complete it after the commit; when it
   * fails the operator is told to repeat.
   */
  CompletionStage<Void> onReceipts(String link, Receipt receipt);
}
