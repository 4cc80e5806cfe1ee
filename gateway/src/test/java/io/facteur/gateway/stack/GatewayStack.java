package io.facteur.gateway.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The services' addresses, the key of the internal tokens, and HTTPS, for the gateway's tests. */
public final class GatewayStack implements QuarkusTestResourceLifecycleManager {

  /** The key pair of the internal tokens; its public half verifies what the gateway mints. */
  public static final KeyPair INTERNAL_TOKEN = rsa();

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("facteur-gateway");
      return Map.ofEntries(
          Map.entry("facteur.services.users", FakeServices.USERS.baseUrl()),
          Map.entry("facteur.services.messaging", FakeServices.MESSAGING.baseUrl()),
          Map.entry("facteur.services.billing", FakeServices.BILLING.baseUrl()),
          Map.entry("facteur.services.dlr", FakeServices.DLR.baseUrl()),
          Map.entry("facteur.internal-token.private-key", privateKey(folder).toString()),
          Map.entry("facteur.internal-token.key-id", "test"),
          Map.entry("facteur.gateway.upstream.answer-timeout", "2s"),
          Map.entry("facteur.gateway.max-body", "100K"),
          Map.entry("quarkus.http.ssl.certificate.key-store-file", keyStore(folder).toString()),
          Map.entry("quarkus.http.ssl.certificate.key-store-password", "changeit"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void stop() {
    // The fake services serve every test of this process.
  }

  private static Path privateKey(Path folder) throws IOException {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(INTERNAL_TOKEN.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return Files.writeString(folder.resolve("internal-token.pem"), pem);
  }

  private static Path keyStore(Path folder) throws IOException {
    Path store = folder.resolve("gateway.p12");
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    String arguments =
        "-genkeypair -alias gateway -keyalg RSA -dname CN=localhost -ext SAN=dns:localhost"
            + " -storetype PKCS12 -storepass changeit -keystore "
            + store;
    command.addAll(List.of(arguments.split(" ")));
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("keytool made no key store");
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return store;
  }

  private static KeyPair rsa() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
