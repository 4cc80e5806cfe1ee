package io.facteur.messaging.estimate;

import io.facteur.messaging.text.Encoding;
import io.facteur.messaging.text.SmsText;

/**
 * {@code sms.JobEstimate}.
 *
 * @param characters septets (escapes included) or UTF-16 units, STOP clause included
 * @param charactersClass {@code 7bits} or {@code unicode}
 * @param maxCharactersPerPart of a message with as many parts as this one
 * @param parts segments, each of which is charged
 */
public record Estimate(
    long characters, String charactersClass, long maxCharactersPerPart, long parts) {

  static Estimate of(String text) {
    SmsText cut = SmsText.of(text);
    Encoding encoding = cut.encoding();
    return new Estimate(
        cut.units(),
        encoding.ovhName(),
        cut.segments() == 1 ? encoding.single() : encoding.joined(),
        cut.segments());
  }
}
