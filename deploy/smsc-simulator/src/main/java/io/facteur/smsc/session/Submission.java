package io.facteur.smsc.session;

import io.facteur.smsc.tally.Fingerprint;
import io.facteur.smsc.text.Coding;
import java.util.Arrays;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/**
 * One segment as an ESME submitted it.
 *
 * @param header the user data header without its length octet; empty when there is none
 * @param body the octets of the text
 * @param segment its number in the message, from 1
 * @param segments how many the message has
 * @param receipts the lowest two bits of registered_delivery
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Submission(
    String sender,
    String receiver,
    byte dataCoding,
    byte[] header,
    byte[] body,
    int segment,
    int segments,
    int receipts) {

  private static final int UDHI = 0x40;
  private static final int RECEIPTS = 0x03;
  private static final int SHOWN_IN_RECEIPT = 20;

  /** Reads the fields that matter; a broken user data header counts as text. */
  static Submission of(SubmitSm submit) {
    byte[] data = submit.getShortMessage() == null ? new byte[0] : submit.getShortMessage();
    if (data.length == 0
        && submit.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD)
            instanceof OptionalParameter.OctetString payload) {
      data = payload.getValue();
    }
    boolean udh =
        (submit.getEsmClass() & UDHI) != 0 && data.length > 0 && (data[0] & 0xff) < data.length;
    int bodyStart = udh ? (data[0] & 0xff) + 1 : 0;
    byte[] header = udh ? Arrays.copyOfRange(data, 1, bodyStart) : new byte[0];
    int[] place = Concatenation.of(header, submit);
    return new Submission(
        submit.getSourceAddr(),
        submit.getDestAddress(),
        submit.getDataCoding(),
        header,
        udh ? Arrays.copyOfRange(data, bodyStart, data.length) : data,
        place[0],
        place[1],
        submit.getRegisteredDelivery() & RECEIPTS);
  }

  /** Equal for the same receiver, text and segment, whatever the reference of the header. */
  long fingerprint() {
    return Fingerprint.start()
        .add(receiver)
        .add(dataCoding)
        .add(segment)
        .add(segments)
        .add(body)
        .value();
  }

  /** Equal for the same receiver and segment, whatever the text. */
  long place() {
    return Fingerprint.start().add(receiver).add(segment).value();
  }

  /** The text's beginning, as a receipt repeats it. */
  String beginning() {
    Coding coding = Coding.of(dataCoding);
    byte[] octets = Arrays.copyOf(body, Math.min(body.length, SHOWN_IN_RECEIPT * 2));
    String text = coding.decode(octets);
    return text.substring(0, Math.min(text.length(), SHOWN_IN_RECEIPT));
  }
}
