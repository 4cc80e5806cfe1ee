package io.facteur.local.demo;

import java.util.Set;

/**
 * What the simulated operator does with a message, by the last three digits of its receiver, and so
 * how it must end.
 *
 * @param means in words
 * @param deliveryReceipt the DLR id that the message ends with
 * @param ptt the reason that it ends with
 * @param callbacks how many state changes the customer is told of
 */
record Outcome(String means, int deliveryReceipt, int ptt, int callbacks) {

  /** Failures that the table of ptt codes knows; any other is reported as ptt 5. */
  private static final Set<Integer> FAILURES =
      Set.of(5, 8, 20, 21, 23, 24, 25, 26, 27, 28, 29, 33, 39, 73, 74, 76);

  static Outcome of(String receiver) {
    int digits = Integer.parseInt(receiver.substring(receiver.length() - 3));
    if (digits >= 800 && digits <= 898) {
      int ptt = FAILURES.contains(digits - 800) ? digits - 800 : 5;
      return new Outcome("failed, ptt " + ptt, 2, ptt, 1);
    }
    return switch (digits) {
      case 899 -> new Outcome("failed, ptt 202", 2, 202, 1);
      case 900 -> new Outcome("with the operator, no report", 8, 3, 0);
      case 905 -> new Outcome("refused: no such number", 16, 23, 1);
      case 906 -> new Outcome("delivered", 1, 4, 2);
      case 907 -> new Outcome("refused: submit failed", 16, 20, 1);
      default -> new Outcome("delivered", 1, 4, 1);
    };
  }

  /** Refused messages are paid back; what an operator took is paid, whatever became of it. */
  boolean paid() {
    return deliveryReceipt != 16;
  }
}
