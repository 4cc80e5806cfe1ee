package io.facteur.messaging.sender;

import io.facteur.chassis.error.ApiException;
import java.util.regex.Pattern;

/**
 * A name that stands as the origin of an SMS. Up to 11 characters, as the alphanumeric source
 * address of GSM allows (3GPP TS 23.040, section 9.1.2.5), or a number of up to 15 digits.
 */
public final class SenderName {

  private static final Pattern ALPHANUMERIC = Pattern.compile("[\\w\\s\\-.,&+]{1,11}");
  private static final Pattern NUMERIC = Pattern.compile("\\+?[0-9]{3,15}");

  private SenderName() {}

  /**
   * The name as it is stored.
   *
   * @throws ApiException 400 when no operator would take it
   */
  static String check(String given) {
    if (given == null || given.isBlank()) {
      throw ApiException.invalid("sender", "is missing: give 1 to 11 letters, digits or - . , & +");
    }
    String name = given.strip();
    if (!ALPHANUMERIC.matcher(name).matches() && !isNumeric(name)) {
      throw ApiException.invalid(
          "sender", "must be 1 to 11 letters, digits, blanks or - . , & + (or a phone number)");
    }
    return name;
  }

  /** Whether it is a phone number or a short code rather than a name. */
  public static boolean isNumeric(String name) {
    return NUMERIC.matcher(name).matches();
  }
}
