package io.facteur.messaging.sending;

import io.facteur.messaging.text.SmsText;

/**
 * One SMS of a sending that is about to be accepted.
 *
 * @param receiver digits of the international number
 * @param text what the receiver reads
 * @param ownText whether the text differs from the sending's (mail-merge) and is stored with the
 *     message
 * @param amount what its segments cost, in thousandths of a credit
 */
public record NewMessage(long id, String receiver, SmsText text, boolean ownText, long amount) {

  /** The text as it was before it was cut. */
  String wholeText() {
    return String.join("", text.parts());
  }
}
