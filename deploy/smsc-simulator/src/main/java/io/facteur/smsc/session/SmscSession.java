package io.facteur.smsc.session;

import io.facteur.smsc.behaviour.Behaviour;
import io.facteur.smsc.mailbox.Mailbox;
import io.facteur.smsc.mailbox.Mailboxes;
import io.facteur.smsc.mailbox.Recipient;
import io.facteur.smsc.wire.MalformedPduException;
import io.facteur.smsc.wire.PduSocket;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUComposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * One connection of an ESME, from its bind to its end. jSMPP reads and composes the PDUs; the
 * session is our own, since jSMPP's blocks a thread for each deliver_sm until its answer.
 */
final class SmscSession implements Recipient, Runnable {

  private static final PDUComposer COMPOSER = new DefaultComposer();
  private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();
  private static final String SYSTEM_ID = "facteur-smsc";
  private static final String WRONG_PASSWORD = "wrong";
  private static final byte VERSION_3_4 = 0x34;

  private final PduSocket socket;
  private final Submits submits;
  private final Mailboxes mailboxes;
  private final Behaviour behaviour;
  private final AtomicInteger sequence = new AtomicInteger();
  private volatile BindMode mode;
  private Mailbox mailbox;
  private boolean silent;

  SmscSession(PduSocket socket, Submits submits, Mailboxes mailboxes, Behaviour behaviour) {
    this.socket = socket;
    this.submits = submits;
    this.mailboxes = mailboxes;
    this.behaviour = behaviour;
  }

  /** Reads until the connection ends. */
  @Override
  public void run() {
    try {
      boolean open = true;
      while (open) {
        open = readOne();
      }
    } catch (MalformedPduException notSmpp) {
      send(COMPOSER.genericNack(SMPPConstant.STAT_ESME_RINVCMDLEN, 0));
      socket.closeAfterWriting();
    } catch (IOException | InterruptedException ended) {
      socket.close();
    } finally {
      if (mailbox != null) {
        mailbox.leave(this);
      }
      socket.close();
    }
  }

  private boolean readOne() throws IOException, InterruptedException {
    byte[] pdu;
    try {
      pdu = socket.read();
    } catch (SocketTimeoutException idle) {
      return asksWhetherAlive();
    }
    silent = false;
    behaviour.awaitReading();
    return pdu != null && handle(pdu);
  }

  private boolean asksWhetherAlive() {
    if (silent || mode == null) {
      return false;
    }
    silent = true;
    send(COMPOSER.enquireLink(nextSequence()));
    return true;
  }

  private boolean handle(byte[] pdu) {
    Command header = DECOMPOSER.header(pdu);
    int number = header.getSequenceNumber();
    switch (header.getCommandId()) {
      case SMPPConstant.CID_SUBMIT_SM -> submit(pdu, number);
      case SMPPConstant.CID_DELIVER_SM_RESP -> answered(number, header.getCommandStatus());
      case SMPPConstant.CID_ENQUIRE_LINK -> send(COMPOSER.enquireLinkResp(number));
      case SMPPConstant.CID_BIND_TRANSCEIVER,
          SMPPConstant.CID_BIND_TRANSMITTER,
          SMPPConstant.CID_BIND_RECEIVER -> {
        return bind(pdu, header);
      }
      case SMPPConstant.CID_UNBIND -> {
        send(COMPOSER.unbindResp(0, number));
        socket.closeAfterWriting();
        return false;
      }
      default -> {
        if (header.getCommandId() >= 0) {
          send(COMPOSER.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, number));
        }
      }
    }
    return true;
  }

  private void submit(byte[] pdu, int number) {
    BindMode bound = mode;
    if (bound == null || !bound.submits()) {
      refuse(number, SMPPConstant.STAT_ESME_RINVBNDSTS);
      return;
    }
    SubmitSm submit;
    try {
      submit = DECOMPOSER.submitSm(pdu);
    } catch (PDUStringException invalid) {
      refuse(number, invalid.getErrorCode());
      return;
    } catch (RuntimeException malformed) {
      refuse(number, SMPPConstant.STAT_ESME_RSYSERR);
      return;
    }
    submits.take(submit, mailbox, id -> accept(number, id), status -> refuse(number, status));
  }

  private void accept(int number, long id) {
    try {
      send(COMPOSER.submitSmResp(number, Long.toHexString(id)));
    } catch (PDUStringException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void refuse(int number, int status) {
    send(COMPOSER.composeHeader(SMPPConstant.CID_SUBMIT_SM_RESP, status, number));
  }

  private void answered(int number, int status) {
    if (mailbox != null) {
      mailbox.answered(this, number, status);
    }
  }

  private boolean bind(byte[] pdu, Command header) {
    int number = header.getSequenceNumber();
    int response = header.getCommandId() | SMPPConstant.MASK_CID_RESP;
    try {
      int status = admit(DECOMPOSER.bind(pdu), BindMode.of(header.getCommandId()));
      if (status == 0) {
        send(
            COMPOSER.bindResp(
                response,
                number,
                SYSTEM_ID,
                new OptionalParameter.Sc_interface_version(VERSION_3_4)));
        joinMailbox();
        return true;
      }
      send(COMPOSER.composeHeader(response, status, number));
    } catch (PDUStringException invalid) {
      send(COMPOSER.composeHeader(response, invalid.getErrorCode(), number));
    }
    socket.closeAfterWriting();
    return false;
  }

  private int admit(Bind bind, BindMode wanted) {
    if (mode != null) {
      return SMPPConstant.STAT_ESME_RALYBND;
    }
    if (behaviour.refusesBinds()) {
      return SMPPConstant.STAT_ESME_RBINDFAIL;
    }
    if (bind.getSystemId().isEmpty()) {
      return SMPPConstant.STAT_ESME_RINVSYSID;
    }
    if (WRONG_PASSWORD.equals(bind.getPassword())) {
      return SMPPConstant.STAT_ESME_RINVPASWD;
    }
    Optional<Mailbox> found = mailboxes.bound(bind.getSystemId());
    if (found.isEmpty()) {
      return SMPPConstant.STAT_ESME_RBINDFAIL;
    }
    mailbox = found.get();
    mode = wanted;
    return 0;
  }

  private void joinMailbox() {
    if (mode.receives()) {
      mailbox.join(this);
    }
  }

  boolean isBound() {
    return mode != null;
  }

  @Override
  public int nextSequence() {
    return sequence.incrementAndGet() & Integer.MAX_VALUE;
  }

  @Override
  public void send(byte[] pdu) {
    socket.send(pdu);
  }

  void drop() {
    socket.close();
  }
}
