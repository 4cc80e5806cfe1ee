package io.facteur.smsc.tally;

/**
 * A segment that the simulator remembers, with what became of its submissions. Guarded by the lock
 * of {@link Tally}.
 */
final class KeptMessage {
  final SegmentSeen segment;
  final long firstAtMillis;
  long lastAtMillis;
  int submissions;
  int accepted;
  long operatorId;
  int lastStatus;

  KeptMessage(SegmentSeen segment, long nowMillis) {
    this.segment = segment;
    this.firstAtMillis = nowMillis;
  }

  void submitted(int status, long id, long nowMillis) {
    lastAtMillis = nowMillis;
    lastStatus = status;
    submissions++;
    if (status == 0) {
      accepted++;
      operatorId = id;
    }
  }
}
