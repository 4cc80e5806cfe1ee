package io.facteur.messaging.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/** Makes a {@link Receipt} of a deliver_sm, from its parameters and from its text. */
final class ReceiptReader {

  private static final int INTERMEDIATE = 0x20;
  private static final String[] STATES = {
    "SCHEDULED",
    "ENROUTE",
    "DELIVRD",
    "EXPIRED",
    "DELETED",
    "UNDELIV",
    "ACCEPTD",
    "UNKNOWN",
    "REJECTD",
    "SKIPPED"
  };

  private final MessageIdFormat format;
  private final Clock clock;

  ReceiptReader(MessageIdFormat format, Clock clock) {
    this.format = format;
    this.clock = clock;
  }

  /** Empty when nothing says which message it is about. */
  Optional<Receipt> read(DeliverSm deliver, byte[] data) {
    Charset charset =
        deliver.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    ReceiptParser parser = new ReceiptParser(new String(data, charset));
    String id = firstOf(receiptedId(deliver), parser.id());
    if (id == null) {
      return Optional.empty();
    }
    String stat = firstOf(parser.stat(), state(deliver));
    if (stat == null) {
      stat = (deliver.getEsmClass() & INTERMEDIATE) != 0 ? "ENROUTE" : "UNKNOWN";
    }
    String err = firstOf(parser.err(), networkError(deliver));
    return Optional.of(
        new Receipt(format.ofReceipt(id), stat, err == null ? "000" : err, clock.instant()));
  }

  /** Whether the parameter receipted_message_id says that it is a receipt. */
  static boolean namesMessage(DeliverSm deliver) {
    return receiptedId(deliver) != null;
  }

  private static String receiptedId(DeliverSm deliver) {
    if (parameter(deliver, Tag.RECEIPTED_MESSAGE_ID) instanceof OptionalParameter.OctetString id) {
      String text = new String(id.getValue(), StandardCharsets.ISO_8859_1);
      int end = text.indexOf('\0');
      String value = (end < 0 ? text : text.substring(0, end)).strip();
      return value.isEmpty() ? null : value;
    }
    return null;
  }

  private static String state(DeliverSm deliver) {
    if (parameter(deliver, Tag.MESSAGE_STATE) instanceof OptionalParameter.Byte state
        && state.getValue() >= 0
        && state.getValue() < STATES.length) {
      return STATES[state.getValue()];
    }
    return null;
  }

  /** Network type, then the code in two octets (SMPP 3.4, 5.3.2.31). */
  private static String networkError(DeliverSm deliver) {
    if (parameter(deliver, Tag.NETWORK_ERROR_CODE) instanceof OptionalParameter.OctetString error
        && error.getValue().length == 3) {
      byte[] octets = error.getValue();
      return "%03d".formatted(((octets[1] & 0xff) << 8) | (octets[2] & 0xff));
    }
    return null;
  }

  private static OptionalParameter parameter(DeliverSm deliver, Tag tag) {
    return deliver.getOptionalParameters() == null ? null : deliver.getOptionalParameter(tag);
  }

  private static String firstOf(String one, String other) {
    return one == null ? other : one;
  }
}
