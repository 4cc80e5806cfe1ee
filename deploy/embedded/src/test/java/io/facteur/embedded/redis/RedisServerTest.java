package io.facteur.embedded.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.embedded.process.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {

  @TempDir Path directory;

  @Test
  void answers() throws IOException {
    int port = ServerProcess.freePort();
    var redis = RedisServer.in(directory.resolve("bin"));
    var server = redis.start(port, directory.resolve("redis.log"));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      var input = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      assertEquals("+PONG", new BufferedReader(input).readLine());
    } finally {
      server.stop();
    }
  }
}
