package io.facteur.users.customer;

import java.util.regex.Pattern;

/**
 * How customers are called: two lower-case letters and 1 to 8 digits ({@code fa00001}). It stands
 * in the names of their SMS accounts ({@code sms-fa00001-1}).
 */
public final class CustomerId {

  /** What the operator is called where a customer's id is expected; no customer can have it. */
  public static final String OPERATOR = "facteur";

  private static final Pattern SHAPE = Pattern.compile("[a-z]{2}[0-9]{1,8}");

  private CustomerId() {}

  /** Whether a text can be the id of a customer. */
  public static boolean isValid(String text) {
    return text != null && SHAPE.matcher(text).matches();
  }
}
