package io.facteur.messaging.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens the TCP or TLS connection of a link. */
final class Dialer {

  private Dialer() {}

  static Socket dial(LinkSettings settings) throws IOException {
    Socket socket = new Socket();
    try {
      // Without it a small deliver_sm_resp waits for the operator's delayed ACK: 40 ms per window.
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(settings.bindTimeoutMillis());
      InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
      socket.connect(address, settings.bindTimeoutMillis());
      return settings.tls() ? encrypted(socket, settings) : socket;
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  private static Socket encrypted(Socket plain, LinkSettings settings) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket =
        (SSLSocket) factory.createSocket(plain, settings.host(), settings.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
