package io.facteur.users.account;

import io.facteur.chassis.error.ApiException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an SMS account: {@code sms-<customer>-<number>}.
 *
 * @param customer id of the customer that owns it
 * @param number counts the customer's accounts, from 1
 */
record ServiceName(String customer, int number) {

  private static final Pattern SHAPE =
      Pattern.compile("sms-([a-z]{2}[0-9]{1,8})-([1-9][0-9]{0,8})");

  static boolean isValid(String text) {
    return text != null && SHAPE.matcher(text).matches();
  }

  /**
   * The name that the operator chose for an account of a customer.
   *
   * @throws ApiException 400 when it is no name, or one of another customer
   */
  static ServiceName chosen(String text, String customer) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches() || !parts.group(1).equals(customer)) {
      throw ApiException.invalid(
          "serviceName",
          "must be sms-" + customer + "- and a number from 1, or missing to get the next one");
    }
    return new ServiceName(customer, Integer.parseInt(parts.group(2)));
  }

  @Override
  public String toString() {
    return "sms-" + customer + "-" + number;
  }
}
