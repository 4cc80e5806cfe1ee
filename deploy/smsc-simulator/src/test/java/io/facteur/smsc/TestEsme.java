package io.facteur.smsc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;

/** An ESME of jSMPP, which is not ours, so that both sides can't share a mistake. */
final class TestEsme implements AutoCloseable, MessageReceiverListener {

  private final SMPPSession session = new SMPPSession();
  private final List<DeliverSm> delivered = new CopyOnWriteArrayList<>();
  private volatile int answer;

  static TestEsme bind(SmscSimulator simulator, String systemId) throws IOException {
    return bind(simulator, systemId, "secret");
  }

  static TestEsme bind(SmscSimulator simulator, String systemId, String password)
      throws IOException {
    TestEsme esme = new TestEsme();
    esme.session.setTransactionTimer(10_000);
    esme.session.setMessageReceiverListener(esme);
    esme.session.connectAndBind(
        "127.0.0.1",
        simulator.smppPort(),
        new BindParameter(
            BindType.BIND_TRX,
            systemId,
            password,
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null));
    return esme;
  }

  /** From now on each deliver_sm is answered with this command_status. */
  void answerWith(int status) {
    answer = status;
  }

  String submit(String receiver, String text) throws Exception {
    return submit(receiver, new ESMClass(), 0, text.getBytes(StandardCharsets.US_ASCII), (byte) 1);
  }

  String submit(String receiver, ESMClass esmClass, int coding, byte[] octets, byte receipts)
      throws Exception {
    return session
        .submitShortMessage(
            "",
            TypeOfNumber.ALPHANUMERIC,
            NumberingPlanIndicator.UNKNOWN,
            "Facteur",
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            receiver,
            esmClass,
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(receipts),
            (byte) 0,
            new RawDataCoding((byte) coding),
            (byte) 0,
            octets)
        .getMessageId();
  }

  List<DeliverSm> delivered() {
    return delivered;
  }

  /** The texts of the receipts of one message. */
  List<String> receiptsOf(String id) {
    return delivered.stream()
        .map(d -> new String(d.getShortMessage(), StandardCharsets.US_ASCII))
        .filter(text -> text.startsWith("id:" + id + " "))
        .toList();
  }

  boolean isBound() {
    return session.getSessionState().isBound();
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
    delivered.add(deliverSm);
    if (answer != 0) {
      throw new ProcessRequestException("as the test wants", answer);
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification alertNotification) {}

  @Override
  public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    session.unbindAndClose();
  }
}
