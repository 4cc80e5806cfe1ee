package io.facteur.local.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What people, scripts and tests need to use a running stack: {@code state/access.json}, readable
 * for its owner only.
 *
 * @param applicationKey with the next two, the demo customer's credential: everything is allowed
 * @param oauth2 the same rights for OAuth2 client credentials
 * @param serviceName the demo customer's account with many credits
 * @param otherServiceName the demo customer's second account
 * @param foreignServiceName another customer's account
 * @param restricted may do everything with {@code serviceName} and nothing else
 * @param operator the platform's administrator
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Access(
    String endpoint,
    String httpEndpoint,
    String caCertificate,
    String applicationKey,
    String applicationSecret,
    String consumerKey,
    OAuth2 oauth2,
    String serviceName,
    String otherServiceName,
    String foreignServiceName,
    Credential restricted,
    String sender,
    Credential operator,
    Simulator simulator) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the simulated operator listens: SMPP as host:port, its control API as a URL. */
  public record Simulator(String smpp, String control) {}

  /** Where a token is to be had, and for whom. */
  public record OAuth2(String tokenUrl, String clientId, String clientSecret) {}

  /** Whether this state directory has been provisioned. */
  public static boolean exists(Path state) {
    return Files.exists(file(state));
  }

  /** Reads {@code access.json} of this state directory. */
  public static Access read(Path state) throws IOException {
    return JSON.readValue(file(state).toFile(), Access.class);
  }

  /** Writes {@code access.json}: whole or not at all. */
  public void write(Path state) throws IOException {
    Path draft = state.resolve("access.json.new");
    Files.deleteIfExists(draft);
    var onlyOurs =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(draft, onlyOurs);
    Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    Files.move(draft, file(state), StandardCopyOption.ATOMIC_MOVE);
  }

  /** A client with the demo customer's credential. */
  public ApiClient client() throws IOException {
    return ApiClient.of(
        endpoint,
        Path.of(caCertificate),
        new Credential(applicationKey, applicationSecret, consumerKey));
  }

  private static Path file(Path state) {
    return state.resolve("access.json");
  }
}
