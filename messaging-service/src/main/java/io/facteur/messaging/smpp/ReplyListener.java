package io.facteur.messaging.smpp;

import java.util.concurrent.CompletionStage;

/** Who takes what handsets write to a link. */
@FunctionalInterface
public interface ReplyListener {

  /** Takes one reply under the same rules as {@link ReceiptListener#onReceipts}. */
  CompletionStage<Void> onReply(String link, Reply reply);
}
