package io.facteur.testkit;

import io.facteur.embedded.keys.TokenKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that stands for the gateway's: in files of the stack's home, as the services want it. */
final class TestKeys {

  /** The {@code kid} of the key. */
  static final String ID = "test";

  private TestKeys() {}

  static Path jwks() {
    return StackHome.get().resolve("internal-token-jwks.json");
  }

  static Path privatePem() {
    return StackHome.get().resolve("internal-token-key.pem");
  }

  static void write(TokenKey key) throws IOException {
    Files.writeString(jwks(), key.jwks());
    Files.writeString(privatePem(), key.privatePem());
  }

  static PrivateKey privateKey() {
    try {
      String body = Files.readString(privatePem()).replaceAll("-----[A-Z ]+-----", "");
      var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
      return KeyFactory.getInstance("RSA").generatePrivate(encoded);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot read " + privatePem(), e);
    }
  }
}
