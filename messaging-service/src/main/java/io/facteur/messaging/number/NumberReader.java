package io.facteur.messaging.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads phone numbers as people write them: {@code +33…}, {@code 0033…}, or the national form. What
 * has a possible length for its country passes: ranges are allotted faster than any table is
 * updated, and the operator knows best.
 */
@ApplicationScoped
public class NumberReader {

  /** The longest number has 15 digits (ITU-T E.164); the rest is room for blanks and signs. */
  private static final int LONGEST = 32;

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /**
   * The number, or empty when nobody can have it.
   *
   * @param country ISO 3166 code in any case; national numbers are read as that country's
   */
  public Optional<Msisdn> read(String text, String country) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String trimmed = text.strip();
      String international = trimmed.startsWith("00") ? "+" + trimmed.substring(2) : trimmed;
      PhoneNumber number = numbers.parse(international, country.toUpperCase(Locale.ROOT));
      if (numbers.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        return Optional.empty();
      }
      String region = numbers.getRegionCodeForCountryCode(number.getCountryCode());
      String digits = numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164).substring(1);
      return Optional.of(new Msisdn(digits, region));
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
