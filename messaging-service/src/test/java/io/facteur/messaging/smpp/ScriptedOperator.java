package io.facteur.messaging.smpp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/** An operator that a test plays octet by octet, for what the simulator never does. */
final class ScriptedOperator implements AutoCloseable {

  static final PDUComposer COMPOSER = new DefaultComposer();
  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private Socket socket;
  private DataInputStream in;
  private DataOutputStream out;

  /** A PDU as it came. */
  record Pdu(int command, int status, int sequence) {}

  ScriptedOperator() throws IOException {
    server.setSoTimeout(10_000);
  }

  LinkSettings settings() {
    return LinkSettings.of("scripted", "127.0.0.1", server.getLocalPort(), "facteur", "secret");
  }

  /** Accepts the next connection and its bind. */
  void acceptBind() throws Exception {
    socket = server.accept();
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
    Pdu bind = read();
    write(COMPOSER.bindResp(SMPPConstant.CID_BIND_TRANSCEIVER_RESP, bind.sequence(), "scripted"));
  }

  Pdu read() throws IOException {
    int length = in.readInt();
    Pdu pdu = new Pdu(in.readInt(), in.readInt(), in.readInt());
    in.readFully(new byte[length - 16]);
    return pdu;
  }

  void write(byte[] pdu) throws IOException {
    out.write(pdu);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
    server.close();
  }
}
