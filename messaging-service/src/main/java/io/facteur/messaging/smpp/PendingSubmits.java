package io.facteur.messaging.smpp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The submits of one session that have no result yet, by sequence number. */
final class PendingSubmits {

  private final Map<Integer, PendingSubmit> submits = new ConcurrentHashMap<>();

  /** To be called before the submit is handed to the connection. */
  void add(int sequence, PendingSubmit submit) {
    submits.put(sequence, submit);
  }

  /** Gives a submit its result. A sequence number that nobody waits for is ignored. */
  void complete(int sequence, SubmitResult result) {
    PendingSubmit submit = submits.remove(sequence);
    if (submit != null) {
      submit.result().complete(result);
    }
  }

  /** The connection refused it: nothing of it was or will be written. */
  void refused(int sequence, String reason) {
    complete(sequence, new SubmitResult.NotSent(reason));
  }

  boolean isEmpty() {
    return submits.isEmpty();
  }

  boolean anyOlderThan(long nanos) {
    for (PendingSubmit submit : submits.values()) {
      if (submit.isOlderThan(nanos)) {
        return true;
      }
    }
    return false;
  }

  /** To be called after the connection was closed, so that nothing leaves any more. */
  void lost(String reason) {
    submits.values().forEach(submit -> submit.lost(reason));
  }
}
