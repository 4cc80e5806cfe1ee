package io.facteur.local.provision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.facteur.local.client.ApiClient;
import io.facteur.local.client.Credential;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two customers, three accounts with credits, the keys to them, a sender, and the link to the
 * simulated operator.
 */
final class DemoData {

  static final String CUSTOMER = "fa00001";
  static final String FOREIGN_CUSTOMER = "fb00001";
  static final String ACCOUNT = "sms-fa00001-1";
  static final String OTHER_ACCOUNT = "sms-fa00001-2";
  static final String FOREIGN_ACCOUNT = "sms-fb00001-1";
  static final String SENDER = "Facteur";

  private static final int WINDOW = 100;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  private final ApiClient operator;

  DemoData(ApiClient operator) {
    this.operator = operator;
  }

  void createAccounts() throws IOException {
    createCustomer(CUSTOMER, "Demo customer");
    createCustomer(FOREIGN_CUSTOMER, "Another customer");
    createAccount(CUSTOMER, ACCOUNT, "Campaigns", 1_000_000);
    createAccount(CUSTOMER, OTHER_ACCOUNT, "Alerts", 1_000);
    createAccount(FOREIGN_CUSTOMER, FOREIGN_ACCOUNT, "Not the demo customer's", 1_000);
  }

  void connectSimulator(int port, String password) throws IOException {
    var link =
        Map.of(
            "name",
            "main",
            "host",
            "127.0.0.1",
            "port",
            port,
            "systemId",
            "facteur",
            "password",
            password,
            "window",
            WINDOW);
    Patience.create(() -> operator.post("/admin/links", link));
  }

  Credential createFullCredential() throws IOException {
    return createCredential("demo", METHODS.stream().map(method -> rule(method, "/*")).toList());
  }

  /** The same rights for a service account. */
  Client createOAuth2Client() throws IOException {
    var rules = METHODS.stream().map(method -> rule(method, "/*")).toList();
    var body = Map.of("name", "demo", "rules", rules);
    String path = "/admin/customers/" + CUSTOMER + "/oauth2-clients";
    return Patience.until(() -> operator.post(path, body, Client.class));
  }

  /** An OAuth2 client as it is answered once. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Client(String clientId, String clientSecret) {}

  /** Opens one account: its own path, and everything below it. */
  Credential createRestrictedCredential() throws IOException {
    String account = "/sms/" + ACCOUNT;
    return createCredential(
        "demo restricted",
        METHODS.stream()
            .flatMap(method -> Stream.of(rule(method, account), rule(method, account + "/*")))
            .toList());
  }

  void createSender(Credential customer) throws IOException {
    var sender = Map.of("sender", SENDER, "reason", "demo", "description", "demo");
    Patience.create(() -> operator.as(customer).post("/sms/" + ACCOUNT + "/senders", sender));
  }

  private void createCustomer(String customer, String name) throws IOException {
    var body = Map.of("customer", customer, "name", name, "country", "fr");
    Patience.until(() -> operator.post("/admin/customers", body));
  }

  private void createAccount(String customer, String account, String description, int credits)
      throws IOException {
    var body = Map.of("serviceName", account, "description", description);
    Patience.until(() -> operator.post("/admin/customers/" + customer + "/accounts", body));
    // The reference makes it a grant that is made once.
    var grant = Map.of("credits", (double) credits, "reference", "demo-" + account);
    Patience.until(() -> operator.post("/admin/accounts/" + account + "/credits", grant));
  }

  private Credential createCredential(String application, List<Map<String, String>> rules)
      throws IOException {
    var body = Map.of("application", application, "rules", rules, "allowedIPs", List.of());
    String path = "/admin/customers/" + CUSTOMER + "/credentials";
    return Patience.until(() -> operator.post(path, body, Credential.class));
  }

  private static Map<String, String> rule(String method, String path) {
    return Map.of("method", method, "path", path);
  }
}
