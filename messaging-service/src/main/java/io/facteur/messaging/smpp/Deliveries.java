package io.facteur.messaging.smpp;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * Hands what an operator delivers to those who keep it, and answers when they have. No thread waits
 * meanwhile.
 */
final class Deliveries {

  private static final Logger LOG = Logger.getLogger(Deliveries.class);
  private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();

  /** Above it the operator is told to come again: it has not kept to any window. */
  private static final int MAX_UNANSWERED = 20_000;

  private static final int MESSAGE_TYPE = 0x3c;
  private static final int UDHI = 0x40;
  private static final byte[] NOTHING = {};

  private final LinkSettings settings;
  private final ReceiptListener receipts;
  private final ReplyListener replies;
  private final ReceiptReader reader;
  private final Clock clock;
  private final AtomicInteger unanswered = new AtomicInteger();

  Deliveries(LinkSettings settings, ReceiptListener receipts, ReplyListener replies, Clock clock) {
    this.settings = settings;
    this.receipts = receipts;
    this.replies = replies;
    this.reader = new ReceiptReader(settings.messageIdFormat(), clock);
    this.clock = clock;
  }

  /** Deals with one deliver_sm; {@code answer} takes the command_status of its response, later. */
  void take(byte[] pdu, IntConsumer answer) {
    if (unanswered.get() >= MAX_UNANSWERED) {
      answer.accept(SMPPConstant.STAT_ESME_RMSGQFUL);
      return;
    }
    unanswered.incrementAndGet();
    IntConsumer once =
        status -> {
          unanswered.decrementAndGet();
          answer.accept(status);
        };
    try {
      var unused =
          handOver(DECOMPOSER.deliverSm(pdu))
              .whenComplete(
                  (done, failure) ->
                      once.accept(failure == null ? 0 : SMPPConstant.STAT_ESME_RX_T_APPN));
    } catch (PDUStringException malformed) {
      LOG.warnf(
          "link=%s event=unreadable-delivery field=%s", settings.name(), malformed.getParameter());
      once.accept(malformed.getErrorCode());
    } catch (RuntimeException failed) {
      LOG.warnf(failed, "link=%s event=delivery-not-taken", settings.name());
      once.accept(SMPPConstant.STAT_ESME_RX_T_APPN);
    }
  }

  private CompletionStage<Void> handOver(DeliverSm deliver) {
    byte[] data = dataOf(deliver);
    int type = deliver.getEsmClass() & MESSAGE_TYPE;
    // Some operators forget the type of a receipt, but the parameter is the operator's own word.
    if (type == 0 && !ReceiptReader.namesMessage(deliver)) {
      return replies.onReply(settings.name(), reply(deliver, data));
    }
    Optional<Receipt> receipt = reader.read(deliver, data);
    if (receipt.isEmpty()) {
      LOG.warnf("link=%s event=receipt-without-id octets=%d", settings.name(), data.length);
      return CompletableFuture.completedFuture(null);
    }
    return receipts.onReceipts(settings.name(), receipt.get());
  }

  private Reply reply(DeliverSm deliver, byte[] data) {
    return new Reply(
        deliver.getSourceAddr(),
        deliver.getDestAddress(),
        data,
        (deliver.getEsmClass() & UDHI) != 0,
        deliver.getDataCoding(),
        clock.instant());
  }

  private static byte[] dataOf(DeliverSm deliver) {
    byte[] data = deliver.getShortMessage();
    if ((data == null || data.length == 0)
        && deliver.getOptionalParameters() != null
        && deliver.getOptionalParameter(Tag.MESSAGE_PAYLOAD)
            instanceof OptionalParameter.OctetString payload) {
      return payload.getValue();
    }
    return data == null ? NOTHING : data;
  }

  /** Deliveries whose response is still due. */
  int unanswered() {
    return unanswered.get();
  }
}
