package io.facteur.messaging.smpp;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what a link hands over, and says when it is kept as the test wants. */
final class Inbox implements ReceiptListener, ReplyListener {

  private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private volatile CompletionStage<Void> kept = CompletableFuture.completedFuture(null);

  /** From now on receipts count as kept when this stage completes. */
  void keepsWhen(CompletionStage<Void> stage) {
    kept = stage;
  }

  @Override
  public CompletionStage<Void> onReceipts(String link, Receipt receipt) {
    receipts.add(receipt);
    return kept;
  }

  @Override
  public CompletionStage<Void> onReply(String link, Reply reply) {
    replies.add(reply);
    return kept;
  }

  List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  List<Receipt> receiptsOf(String operatorId) {
    return receipts.stream().filter(r -> r.operatorId().equals(operatorId)).toList();
  }

  List<Reply> replies() {
    return List.copyOf(replies);
  }

  int count() {
    return receipts.size();
  }
}
