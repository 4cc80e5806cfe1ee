package io.facteur.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.Socket;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokenPdusTest {

  private SmscSimulator simulator;
  private Socket socket;
  private DataOutputStream out;
  private DataInputStream in;

  @BeforeEach
  void connect() throws Exception {
    simulator = SmscSimulator.start(0, 0);
    socket = new Socket(java.net.InetAddress.getLoopbackAddress(), simulator.smppPort());
    socket.setSoTimeout(5_000);
    out = new DataOutputStream(socket.getOutputStream());
    in = new DataInputStream(socket.getInputStream());
  }

  @AfterEach
  void disconnect() throws Exception {
    socket.close();
    simulator.close();
  }

  @Test
  void answersAnImpossibleLengthAndCloses() throws Exception {
    header(1_000_000, SMPPConstant.CID_SUBMIT_SM, 7);

    assertAnswer(SMPPConstant.CID_GENERIC_NACK, SMPPConstant.STAT_ESME_RINVCMDLEN, 0);
    assertEquals(-1, in.read());
  }

  @Test
  void answersAnUnknownCommand() throws Exception {
    header(16, 0x77, 8);

    assertAnswer(SMPPConstant.CID_GENERIC_NACK, SMPPConstant.STAT_ESME_RINVCMDID, 8);
  }

  @Test
  void refusesToSubmitBeforeTheBind() throws Exception {
    header(16, SMPPConstant.CID_SUBMIT_SM, 9);

    assertAnswer(SMPPConstant.CID_SUBMIT_SM_RESP, SMPPConstant.STAT_ESME_RINVBNDSTS, 9);
  }

  @Test
  void answersEnquireLink() throws Exception {
    header(16, SMPPConstant.CID_ENQUIRE_LINK, 10);

    assertAnswer(SMPPConstant.CID_ENQUIRE_LINK_RESP, 0, 10);
  }

  private void header(int length, int command, int sequence) throws Exception {
    out.writeInt(length);
    out.writeInt(command);
    out.writeInt(0);
    out.writeInt(sequence);
    out.flush();
  }

  private void assertAnswer(int command, int status, int sequence) throws Exception {
    assertEquals(16, in.readInt());
    assertEquals(command, in.readInt());
    assertEquals(status, in.readInt());
    assertEquals(sequence, in.readInt());
  }
}
