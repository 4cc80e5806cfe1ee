package io.facteur.messaging.smpp;

import java.util.concurrent.CompletableFuture;

/** A submit_sm that was handed to a session and has no result yet. */
final class PendingSubmit implements Outgoing {

  private final byte[] pdu;
  private final long sinceNanos = System.nanoTime();
  private final CompletableFuture<SubmitResult> result = new CompletableFuture<>();
  private volatile boolean left;

  PendingSubmit(byte[] pdu) {
    this.pdu = pdu;
  }

  @Override
  public byte[] pdu() {
    return pdu;
  }

  @Override
  public void leaves() {
    left = true;
  }

  CompletableFuture<SubmitResult> result() {
    return result;
  }

  boolean isOlderThan(long nanos) {
    return System.nanoTime() - sinceNanos > nanos;
  }

  /** The connection is gone without an answer. */
  void lost(String reason) {
    result.complete(left ? new SubmitResult.Unknown(reason) : new SubmitResult.NotSent(reason));
  }
}
