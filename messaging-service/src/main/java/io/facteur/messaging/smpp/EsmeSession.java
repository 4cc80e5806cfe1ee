package io.facteur.messaging.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUComposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * One bound connection, from its bind to its end. jSMPP reads and composes the PDUs; the session is
 * our own, since jSMPP's blocks a thread for each submit and answers a deliver_sm when the listener
 * returns. Sequence numbers belong to the session, so an answer to an earlier one finds nothing.
 */
final class EsmeSession {

  private static final PDUComposer COMPOSER = new DefaultComposer();
  private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();
  private static final byte VERSION_3_4 = 0x34;
  private static final int HEADER = 16;

  private final PduConnection connection;
  private final LinkSettings settings;
  private final Deliveries deliveries;
  private final PendingSubmits pending = new PendingSubmits();
  private final AtomicInteger sequence = new AtomicInteger();
  private volatile long heardAtNanos = System.nanoTime();
  private volatile long askedAtNanos;
  private volatile boolean asked;
  private volatile String closeReason;

  private EsmeSession(PduConnection connection, LinkSettings settings, Deliveries deliveries) {
    this.connection = connection;
    this.settings = settings;
    this.deliveries = deliveries;
  }

  /** Connects and binds; fails when the operator refuses or does not answer in time. */
  static EsmeSession bind(LinkSettings settings, Deliveries deliveries) throws IOException {
    PduConnection connection =
        new PduConnection(Dialer.dial(settings), "smpp-" + settings.name() + "-writer");
    EsmeSession session = new EsmeSession(connection, settings, deliveries);
    try {
      session.bind();
      connection.readTimeout(0);
      return session;
    } catch (IOException | RuntimeException failed) {
      connection.close();
      throw failed;
    }
  }

  private void bind() throws IOException {
    int command = SMPPConstant.CID_BIND_TRANSCEIVER;
    try {
      byte[] bind =
          COMPOSER.bind(
              command,
              nextSequence(),
              settings.systemId(),
              settings.password(),
              "",
              VERSION_3_4,
              (byte) 0,
              (byte) 0,
              "");
      connection.send(Outgoing.of(bind));
    } catch (PDUStringException invalid) {
      throw new IOException("the link's settings fit no bind: " + invalid.getMessage(), invalid);
    }
    Command answer = DECOMPOSER.header(connection.read());
    if (answer.getCommandId() != (command | SMPPConstant.MASK_CID_RESP)
        || answer.getCommandStatus() != 0) {
      throw new IOException(
          "the operator refused the bind: command=%x status=%x"
              .formatted(answer.getCommandId(), answer.getCommandStatus()));
    }
  }

  /** Hands a submit to the network. */
  CompletionStage<SubmitResult> submit(Segment segment) {
    int number = nextSequence();
    PendingSubmit submit;
    try {
      submit = new PendingSubmit(SubmitSmPdu.compose(number, segment));
    } catch (PDUStringException invalid) {
      return CompletableFuture.completedFuture(SubmitStatus.of(invalid));
    }
    pending.add(number, submit);
    if (!connection.send(submit)) {
      pending.refused(number, "the connection is closed");
    }
    return submit.result();
  }

  /** Reads until the connection ends; returns why it did. */
  String serve() {
    String reason;
    try {
      boolean open = true;
      while (open) {
        byte[] pdu = connection.read();
        heardAtNanos = System.nanoTime();
        asked = false;
        open = handle(pdu);
      }
      reason = "unbound";
    } catch (IOException | RuntimeException lost) {
      reason = lost.toString();
    }
    end(reason);
    return closeReason;
  }

  private boolean handle(byte[] pdu) {
    Command header = DECOMPOSER.header(pdu);
    int number = header.getSequenceNumber();
    switch (header.getCommandId()) {
      case SMPPConstant.CID_SUBMIT_SM_RESP -> answered(number, header.getCommandStatus(), pdu);
      case SMPPConstant.CID_GENERIC_NACK -> nacked(number, header.getCommandStatus());
      case SMPPConstant.CID_DELIVER_SM ->
          deliveries.take(pdu, status -> send(COMPOSER.deliverSmResp(status, number, "")));
      case SMPPConstant.CID_ENQUIRE_LINK -> send(COMPOSER.enquireLinkResp(number));
      case SMPPConstant.CID_UNBIND -> {
        send(COMPOSER.unbindResp(0, number));
        Waiting.until(connection::isIdle, 1_000);
        return false;
      }
      case SMPPConstant.CID_UNBIND_RESP -> {
        return false;
      }
      default -> {
        if (header.getCommandId() >= 0 && header.getCommandId() != alertNotification()) {
          send(COMPOSER.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, number));
        }
      }
    }
    return true;
  }

  private static int alertNotification() {
    return SMPPConstant.CID_ALERT_NOTIFICATION;
  }

  private void answered(int number, int status, byte[] pdu) {
    if (status == 0) {
      String id = settings.messageIdFormat().ofResponse(messageId(pdu));
      pending.complete(number, new SubmitResult.Accepted(id));
      return;
    }
    pending.complete(number, SubmitStatus.of(status));
    if (status == SMPPConstant.STAT_ESME_RINVBNDSTS) {
      end("the operator takes the session for unbound");
    }
  }

  private void nacked(int number, int status) {
    // A nack of status 0 says nothing; it is not an acceptance.
    int meant = status == 0 ? SMPPConstant.STAT_ESME_RSYSERR : status;
    pending.complete(number, SubmitStatus.of(meant));
  }

  /** Read by hand: operators send ids that are too long, or leave the end of the string away. */
  private static String messageId(byte[] pdu) {
    int end = HEADER;
    while (end < pdu.length && pdu[end] != 0) {
      end++;
    }
    return new String(pdu, HEADER, Math.max(0, end - HEADER), StandardCharsets.ISO_8859_1);
  }

  /** Looks at the timers; called several times a second. */
  void tick() {
    long now = System.nanoTime();
    long responseNanos = settings.responseTimer().toNanos();
    long enquireNanos = settings.enquireLink().toNanos();
    if (pending.anyOlderThan(responseNanos)) {
      end("no answer to a submit within " + settings.responseTimer());
    } else if (asked && now - askedAtNanos > Math.min(responseNanos, enquireNanos)) {
      end("no answer to enquire_link");
    } else if (!asked && now - heardAtNanos > enquireNanos) {
      askedAtNanos = now;
      asked = true;
      send(COMPOSER.enquireLink(nextSequence()));
    }
  }

  /** Waits for answers that are due, on both sides, then unbinds. */
  void unbind(long graceMillis) {
    Waiting.until(
        () -> closeReason != null || (pending.isEmpty() && deliveries.unanswered() == 0),
        graceMillis);
    send(COMPOSER.unbind(nextSequence()));
    Waiting.until(() -> closeReason != null, 1_000);
    end("the link was closed");
  }

  private void end(String reason) {
    if (closeReason == null) {
      closeReason = reason;
    }
    connection.close();
    pending.lost(closeReason);
  }

  private void send(byte[] pdu) {
    connection.send(Outgoing.of(pdu));
  }

  private int nextSequence() {
    return sequence.incrementAndGet() & Integer.MAX_VALUE;
  }
}
