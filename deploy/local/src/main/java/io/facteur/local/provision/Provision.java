package io.facteur.local.provision;

import io.facteur.local.client.Access;
import io.facteur.local.client.ApiClient;
import io.facteur.local.client.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Creates the demo data of a running stack through its API, as the operator would, and writes
 * {@code access.json} last. Killed on the way it can run again: what exists is kept, credits are
 * granted once. Where there is an {@code access.json}, only the addresses are new.
 *
 * <p>{@code Provision <state>}; the operator's keys and the ports come from the environment that
 * {@code up} gives.
 */
public final class Provision {

  private Provision() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("Usage: Provision <state>");
    }
    Path state = Path.of(args[0]).toAbsolutePath();
    Map<String, String> environment = System.getenv();
    var settings = new StackSettings(environment);
    String endpoint = "https://localhost:" + settings.port("FACTEUR_HTTPS_PORT") + "/1.0";
    Path authority = state.resolve("tls/ca.pem");
    ApiClient operator = ApiClient.of(endpoint, authority, settings.operator());
    DemoData data = new DemoData(operator);
    data.connectSimulator(settings.port("FACTEUR_SMPP_PORT"), settings.smppPassword());
    Grants grants = Access.exists(state) ? Grants.of(Access.read(state)) : grants(data);
    access(endpoint, authority, settings, grants).write(state);
  }

  private static Grants grants(DemoData data) throws IOException {
    data.createAccounts();
    Credential full = data.createFullCredential();
    data.createSender(full);
    return new Grants(full, data.createRestrictedCredential(), data.createOAuth2Client());
  }

  private static Access access(
      String endpoint, Path authority, StackSettings settings, Grants grants) {
    Credential full = grants.full();
    return new Access(
        endpoint,
        "http://localhost:" + settings.port("FACTEUR_HTTP_PORT") + "/1.0",
        authority.toString(),
        full.applicationKey(),
        full.applicationSecret(),
        full.consumerKey(),
        new Access.OAuth2(
            "https://localhost:" + settings.port("FACTEUR_HTTPS_PORT") + "/auth/oauth2/token",
            grants.clientId(),
            grants.clientSecret()),
        DemoData.ACCOUNT,
        DemoData.OTHER_ACCOUNT,
        DemoData.FOREIGN_ACCOUNT,
        grants.restricted(),
        DemoData.SENDER,
        settings.operator(),
        new Access.Simulator(
            "localhost:" + settings.port("FACTEUR_SMPP_PORT"),
            "http://localhost:" + settings.port("FACTEUR_SIMULATOR_PORT")));
  }

  /** What the demo customer may call with. */
  private record Grants(
      Credential full, Credential restricted, String clientId, String clientSecret) {

    Grants(Credential full, Credential restricted, DemoData.Client client) {
      this(full, restricted, client.clientId(), client.clientSecret());
    }

    static Grants of(Access earlier) {
      return new Grants(
          new Credential(
              earlier.applicationKey(), earlier.applicationSecret(), earlier.consumerKey()),
          earlier.restricted(),
          earlier.oauth2().clientId(),
          earlier.oauth2().clientSecret());
    }
  }
}
