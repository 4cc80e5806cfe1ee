package io.facteur.smsc.mailbox;

import io.facteur.smsc.script.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;

/**
 * A delivery receipt in the text that most operators use (SMPP 3.4, appendix B), with the
 * parameters receipted_message_id and message_state.
 *
 * @param beginning the first characters of the message
 */
public record ReceiptDelivery(
    long operatorId,
    String sender,
    String receiver,
    Outcome outcome,
    String beginning,
    long submittedAtMillis,
    long doneAtMillis)
    implements Delivery {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

  @Override
  public byte[] pdu(int sequence) {
    String id = Long.toHexString(operatorId);
    return DeliverSmPdus.compose(
        sequence,
        receiver,
        sender,
        outcome.intermediate()
            ? SMPPConstant.ESMCLS_INTRMD_DELIV_NOTIF
            : SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT,
        (byte) 0,
        DeliverSmPdus.ascii(text(id)),
        new OptionalParameter.Receipted_message_id(id),
        new OptionalParameter.Message_state(outcome.messageState()));
  }

  private String text(String id) {
    return "id:"
        + id
        + " sub:001 dlvrd:"
        + (outcome.stat().equals("DELIVRD") ? "001" : "000")
        + " submit date:"
        + DATE.format(Instant.ofEpochMilli(submittedAtMillis))
        + " done date:"
        + DATE.format(Instant.ofEpochMilli(doneAtMillis))
        + " stat:"
        + outcome.stat()
        + " err:"
        + threeDigits(outcome.err())
        + " text:"
        + beginning;
  }

  private static String threeDigits(int number) {
    return Integer.toString(1_000 + number).substring(1);
  }
}
