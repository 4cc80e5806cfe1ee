package io.facteur.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

  @TempDir Path state;

  private final Access access =
      new Access(
          "https://localhost:8443/1.0",
          "http://localhost:8080/1.0",
          "/tls/ca.pem",
          "key",
          "secret",
          "consumer",
          new Access.OAuth2("https://localhost:8443/auth/oauth2/token", "client", "secret"),
          "sms-fa00001-1",
          "sms-fa00001-2",
          "sms-fb00001-1",
          new Credential("a", "b", "c"),
          "Facteur",
          new Credential("d", "e", "f"),
          new Access.Simulator("localhost:2775", "http://localhost:2780"));

  @Test
  void readsWhatItWrote() throws IOException {
    access.write(state);
    access.write(state);
    assertEquals(access, Access.read(state));
  }

  @Test
  void keepsTheKeysFromOtherUsers() throws IOException {
    access.write(state);
    var permissions = Files.getPosixFilePermissions(state.resolve("access.json"));
    assertEquals("rw-------", PosixFilePermissions.toString(permissions));
  }
}
