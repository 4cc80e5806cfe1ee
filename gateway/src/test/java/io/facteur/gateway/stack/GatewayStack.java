package io.facteur.gateway.stack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The services' addresses and HTTPS, for the gateway's tests. Dlr is down in all of them. The key
 * of the internal tokens, the broker and Redis come from the test kit's stack.
 */
public final class GatewayStack implements QuarkusTestResourceLifecycleManager {

  /** A port that nobody listens at. */
  private static final String NOBODY = "http://127.0.0.1:1";

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory("facteur-gateway");
      return Map.ofEntries(
          Map.entry("facteur.services.users", FakeServices.USERS.baseUrl()),
          Map.entry("facteur.services.messaging", FakeServices.MESSAGING.baseUrl()),
          Map.entry("facteur.services.billing", FakeServices.BILLING.baseUrl()),
          Map.entry("facteur.services.dlr", NOBODY),
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
}
