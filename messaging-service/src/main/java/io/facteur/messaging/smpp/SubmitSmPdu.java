package io.facteur.messaging.smpp;

import java.time.Duration;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/** Composes submit_sm (SMPP 3.4, 4.4.1). */
final class SubmitSmPdu {

  private static final PDUComposer COMPOSER = new DefaultComposer();
  private static final byte INTERNATIONAL = 1;
  private static final byte NETWORK_SPECIFIC = 3;
  private static final byte ALPHANUMERIC = 5;
  private static final byte ISDN = 1;
  private static final byte CLASS_0 = 0x10;
  private static final int LONGEST_SHORT_CODE = 6;
  private static final Duration LONGEST_VALIDITY = Duration.ofDays(99);

  private SubmitSmPdu() {}

  /** Fails when a field can't be put into a PDU; the exception has the fitting command_status. */
  static byte[] compose(int sequence, Segment segment) throws PDUStringException {
    byte senderType = typeOf(segment.sender());
    return COMPOSER.submitSm(
        sequence,
        "",
        senderType,
        senderType == INTERNATIONAL ? ISDN : 0,
        withoutPlus(segment.sender()),
        INTERNATIONAL,
        ISDN,
        withoutPlus(segment.receiver()),
        segment.udh() ? SMPPConstant.ESMCLS_UDHI_INDICATOR_SET : 0,
        (byte) 0,
        (byte) 0,
        null,
        validity(segment.validity()),
        segment.receipt() ? SMPPConstant.REGDEL_SMSC_SUCCESS_FAILURE_REQUESTED : 0,
        (byte) 0,
        segment.flash() ? (byte) (segment.dataCoding() | CLASS_0) : segment.dataCoding(),
        (byte) 0,
        segment.shortMessage());
  }

  private static byte typeOf(String sender) {
    String digits = withoutPlus(sender);
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return ALPHANUMERIC;
    }
    return digits.length() <= LONGEST_SHORT_CODE ? NETWORK_SPECIFIC : INTERNATIONAL;
  }

  private static String withoutPlus(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }

  /** Relative time, YYMMDDhhmmsstnnR (SMPP 3.4, 7.1.1). */
  static String validity(Duration validity) {
    if (validity == null) {
      return null;
    }
    Duration kept = validity.compareTo(LONGEST_VALIDITY) > 0 ? LONGEST_VALIDITY : validity;
    kept = kept.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : kept;
    return "0000%02d%02d%02d%02d000R"
        .formatted(
            kept.toDaysPart(), kept.toHoursPart(), kept.toMinutesPart(), kept.toSecondsPart());
  }
}
