package io.facteur.smsc.mailbox;

import java.nio.charset.StandardCharsets;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/** Composes deliver_sm (SMPP 3.4, 4.6.1). */
final class DeliverSmPdus {

  private static final PDUComposer COMPOSER = new DefaultComposer();
  private static final byte INTERNATIONAL = 1;
  private static final byte ALPHANUMERIC = 5;
  private static final byte ISDN = 1;

  private DeliverSmPdus() {}

  static byte[] compose(
      int sequence,
      String source,
      String destination,
      int esmClass,
      byte dataCoding,
      byte[] data,
      OptionalParameter... parameters) {
    byte sourceTon = typeOfNumber(source);
    byte destinationTon = typeOfNumber(destination);
    try {
      return COMPOSER.deliverSm(
          sequence,
          "",
          sourceTon,
          numberingPlan(sourceTon),
          source,
          destinationTon,
          numberingPlan(destinationTon),
          destination,
          (byte) esmClass,
          (byte) 0,
          (byte) 0,
          (byte) 0,
          dataCoding,
          data,
          parameters);
    } catch (PDUStringException impossible) {
      throw new IllegalArgumentException(impossible.getMessage(), impossible);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte typeOfNumber(String address) {
    boolean digits = address.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '+');
    return digits ? INTERNATIONAL : ALPHANUMERIC;
  }

  private static byte numberingPlan(byte typeOfNumber) {
    return typeOfNumber == INTERNATIONAL ? ISDN : 0;
  }
}
