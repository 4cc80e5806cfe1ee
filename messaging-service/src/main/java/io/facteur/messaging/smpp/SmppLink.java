package io.facteur.messaging.smpp;

import java.util.concurrent.CompletionStage;

/**
 * One SMPP link to one operator, which reconnects by itself for as long as it is open. It is safe
 * for use from several threads.
 */
public interface SmppLink extends AutoCloseable {

  /**
   * Sends one segment. Returns at once; the stage always completes normally, within the response
   * timer, on a thread of the link: what hangs on it must not block. At most {@link
   * LinkSettings#window()} may be outstanding, which the caller sees to.
   */
  CompletionStage<SubmitResult> submit(Segment segment);

  /** Whether a submit would be written now. */
  boolean isBound();

  LinkSettings settings();

  /** Starts to connect, in the background; a second call does nothing. */
  void open();

  /**
   * Takes no more submits, waits a few seconds for answers that are due, unbinds and disconnects.
   * What got no answer is completed as unknown. A closed link stays closed.
   */
  @Override
  void close();
}
