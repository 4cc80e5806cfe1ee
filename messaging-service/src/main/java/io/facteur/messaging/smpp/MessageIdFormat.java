package io.facteur.messaging.smpp;

import java.math.BigInteger;
import java.util.Locale;

/**
 * How an operator writes the same message id in {@code submit_sm_resp} and in receipts. Some print
 * one in hexadecimal and the other in decimal.
 */
public enum MessageIdFormat {
  /** The same in both, but for case and leading zeros. */
  SAME(10, 10),
  /** Hexadecimal in the response, decimal in the receipt. */
  HEX_THEN_DECIMAL(16, 10),
  /** Decimal in the response, hexadecimal in the receipt. */
  DECIMAL_THEN_HEX(10, 16);

  private final int responseRadix;
  private final int receiptRadix;

  MessageIdFormat(int responseRadix, int receiptRadix) {
    this.responseRadix = responseRadix;
    this.receiptRadix = receiptRadix;
  }

  /** The id of a {@code submit_sm_resp} in the form that is compared: see {@link Receipt}. */
  public String ofResponse(String id) {
    return normalise(id, responseRadix);
  }

  /** The id of a receipt in the form that is compared: see {@link Receipt}. */
  public String ofReceipt(String id) {
    return normalise(id, receiptRadix);
  }

  private String normalise(String id, int radix) {
    String text = id.strip().toLowerCase(Locale.ROOT);
    if (responseRadix != receiptRadix) {
      text = inHex(text, radix);
    }
    int start = 0;
    while (start < text.length() - 1 && text.charAt(start) == '0') {
      start++;
    }
    return text.substring(start);
  }

  private static String inHex(String text, int radix) {
    try {
      return new BigInteger(text, radix).toString(16);
    } catch (NumberFormatException notANumber) {
      return text;
    }
  }
}
