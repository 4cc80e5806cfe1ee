package io.facteur.messaging.smpp;

import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.StringParameter;

/** What a command_status of submit_sm_resp means for the message (SMPP 3.4, 5.1.3). */
final class SubmitStatus {

  private SubmitStatus() {}

  /** The result for a segment that fits no PDU: it would be refused for good. */
  static SubmitResult of(PDUStringException invalid) {
    // jSMPP 3.0.2 gives the code of an invalid source for the destination as well.
    return invalid.getParameter() == StringParameter.DESTINATION_ADDR
        ? of(SMPPConstant.STAT_ESME_RINVDSTADR)
        : of(invalid.getErrorCode());
  }

  /** The result for a status other than 0. */
  static SubmitResult of(int status) {
    return switch (status) {
      case SMPPConstant.STAT_ESME_RTHROTTLED -> new SubmitResult.Throttled();
      case SMPPConstant.STAT_ESME_RMSGQFUL,
          SMPPConstant.STAT_ESME_RSYSERR,
          SMPPConstant.STAT_ESME_RINVBNDSTS,
          SMPPConstant.STAT_ESME_RX_T_APPN ->
          new SubmitResult.Deferred(status);
      case SMPPConstant.STAT_ESME_RINVDSTADR -> new SubmitResult.Refused(status, true);
      default -> new SubmitResult.Refused(status, false);
    };
  }
}
