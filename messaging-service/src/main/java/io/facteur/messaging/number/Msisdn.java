package io.facteur.messaging.number;

/**
 * A phone number in international form.
 *
 * @param digits country code and number, digits only, such as {@code 33600000000}
 * @param region ISO 3166 code of its country in capitals, such as {@code FR}
 */
public record Msisdn(String digits, String region) {

  /** With the plus sign, as the API shows it. */
  public String e164() {
    return "+" + digits;
  }
}
