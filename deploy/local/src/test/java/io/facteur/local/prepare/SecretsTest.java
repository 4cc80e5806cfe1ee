package io.facteur.local.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path directory;

  @Test
  void readsWhatItWrote() throws IOException {
    Secrets secrets = Secrets.generate(new SecureRandom());
    Path file = Files.writeString(directory.resolve(Secrets.FILE), secrets.text());
    assertEquals(secrets, Secrets.read(file));
  }

  @Test
  void hasAPasswordForEveryDatabase() {
    Secrets secrets = Secrets.generate(new SecureRandom());
    assertEquals(
        Set.of("users", "messaging", "billing", "dlr"), secrets.databasePasswords().keySet());
  }

  @Test
  void fitsTheFieldsThatTheKeysGoTo() {
    Secrets secrets = Secrets.generate(new SecureRandom());
    assertEquals(32, Base64.getDecoder().decode(secrets.get("SECRETS_KEY")).length);
    assertEquals(8, secrets.get("SMPP_PASSWORD").length());
  }

  @Test
  void givesTheShellNothingToInterpret() {
    for (String line : Secrets.generate(new SecureRandom()).text().split("\n", -1)) {
      assertTrue(line.matches("|[A-Z_]+='[A-Za-z0-9+/=]+'"), line);
    }
  }
}
