package io.facteur.smsc.mailbox;

import io.facteur.smsc.text.ReplyParts;
import java.util.List;
import org.jsmpp.SMPPConstant;

/** A segment of what a handset wrote (MO). */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReplyDelivery(String from, String to, byte dataCoding, boolean udh, byte[] octets)
    implements Delivery {

  /** The segments of a text. */
  public static List<ReplyDelivery> of(String from, String to, ReplyParts parts) {
    return parts.parts().stream()
        .map(part -> new ReplyDelivery(from, to, parts.dataCoding(), parts.udh(), part))
        .toList();
  }

  @Override
  public byte[] pdu(int sequence) {
    int esmClass = udh ? SMPPConstant.ESMCLS_UDHI_INDICATOR_SET : 0;
    return DeliverSmPdus.compose(sequence, from, to, esmClass, dataCoding, octets);
  }
}
