package io.facteur.smsc.script;

import java.util.List;
import java.util.Set;
import org.jsmpp.SMPPConstant;

/**
 * What the simulated operator does with a segment, chosen by the last three digits of its receiver
 * so that anybody can cause any outcome. The table is in the README of this module.
 *
 * @param status the command_status of the answer, 0 when it accepts
 * @param throttles how many submits it throttles first
 * @param reportFirst whether the receipt leaves before the answer
 * @param reports the receipts that follow, in order
 */
public record Script(int status, int throttles, boolean reportFirst, List<PlannedReport> reports) {

  /** Codes of the API's table of ptt that are final failures; 6 says that nothing is known. */
  private static final Set<Integer> FAILURES =
      Set.of(5, 8, 20, 21, 23, 24, 25, 26, 27, 28, 29, 33, 39, 73, 74, 76);

  private static final int UNDELIVERED = 5;
  private static final int BLOCKED_FOR_CLIENT = 202;
  private static final Script DELIVERS = reporting(now(Outcome.DELIVERED));

  /** The script for a receiver. */
  public static Script of(String receiver) {
    int digits = lastThreeDigits(receiver);
    if (digits >= 800 && digits <= 898) {
      int ptt = digits - 800;
      return reporting(now(Outcome.failed(FAILURES.contains(ptt) ? ptt : UNDELIVERED)));
    }
    return switch (digits) {
      case 899 -> reporting(now(Outcome.failed(BLOCKED_FOR_CLIENT)));
      case 900 -> reporting();
      case 901 -> reporting(now(Outcome.DELIVERED), now(Outcome.DELIVERED), now(Outcome.DELIVERED));
      case 902 -> new Script(0, 0, true, List.of(now(Outcome.DELIVERED)));
      case 903 -> reporting(new PlannedReport(Outcome.DELIVERED, 5_000));
      case 904 -> new Script(0, 2, false, List.of(now(Outcome.DELIVERED)));
      case 905 -> refusing(SMPPConstant.STAT_ESME_RINVDSTADR);
      case 906 -> reporting(now(Outcome.RETRYING), new PlannedReport(Outcome.DELIVERED, 1_000));
      case 907 -> refusing(SMPPConstant.STAT_ESME_RSUBMITFAIL);
      default -> DELIVERS;
    };
  }

  private static int lastThreeDigits(String receiver) {
    int length = receiver.length();
    int value = 0;
    for (int i = Math.max(0, length - 3); i < length; i++) {
      char digit = receiver.charAt(i);
      if (digit < '0' || digit > '9') {
        return 0;
      }
      value = value * 10 + digit - '0';
    }
    return length < 3 ? 0 : value;
  }

  private static PlannedReport now(Outcome outcome) {
    return new PlannedReport(outcome, 0);
  }

  private static Script reporting(PlannedReport... reports) {
    return new Script(0, 0, false, List.of(reports));
  }

  private static Script refusing(int status) {
    return new Script(status, 0, false, List.of());
  }
}
