package io.facteur.smsc.script;

/**
 * What a receipt says.
 *
 * @param stat the state as the receipt's text has it (SMPP 3.4, appendix B)
 * @param err the operator's error code, 0–999
 * @param messageState the same state as the message_state parameter (5.2.28)
 * @param intermediate whether it is a notification on the way and no final receipt
 */
public record Outcome(String stat, int err, byte messageState, boolean intermediate) {

  static final Outcome DELIVERED = new Outcome("DELIVRD", 0, (byte) 2, false);
  static final Outcome RETRYING = new Outcome("ENROUTE", 1, (byte) 1, true);

  static Outcome failed(int ptt) {
    return ptt == 8
        ? new Outcome("EXPIRED", ptt, (byte) 3, false)
        : new Outcome("UNDELIV", ptt, (byte) 5, false);
  }
}
