package io.facteur.gateway.stack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** A request line that no HTTP library would send. */
public final class RawCall {

  private RawCall() {}

  /** The whole answer to a request with this request line and these headers. */
  public static String send(String requestLine, String... headers) {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      String head = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n";
      String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket.getOutputStream().write((head + more + "\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
