package io.facteur.gateway.stack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;

/** The services behind the gateway, as the gateway's tests need them. */
public final class FakeServices {

  public static final WireMockServer USERS = start();
  public static final WireMockServer MESSAGING = start();
  public static final WireMockServer BILLING = start();

  private FakeServices() {}

  private static WireMockServer start() {
    WireMockServer server = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    return server;
  }

  /** Forgets what a test before said, and what it called. */
  public static void reset() {
    List.of(USERS, MESSAGING, BILLING).forEach(WireMockServer::resetAll);
    USERS.stubFor(
        post("/internal/credentials/resolve").atPriority(10).willReturn(error(404, "INVALID_KEY")));
    USERS.stubFor(
        get(urlPathMatching("/internal/accounts/.*"))
            .atPriority(10)
            .willReturn(error(404, "NONE")));
  }

  /** Makes users-service know these keys, with what it answers about them. */
  public static void credential(Keys keys, String answer) {
    USERS.stubFor(
        post("/internal/credentials/resolve")
            .withRequestBody(matchingJsonPath("$.applicationKey", equalTo(keys.application())))
            .atPriority(5)
            .willReturn(error(404, "NOT_CREDENTIAL")));
    USERS.stubFor(
        post("/internal/credentials/resolve")
            .withRequestBody(matchingJsonPath("$.applicationKey", equalTo(keys.application())))
            .withRequestBody(matchingJsonPath("$.consumerKey", equalTo(keys.consumer())))
            .atPriority(1)
            .willReturn(okJson(answer)));
  }

  /** Makes users-service know a valid credential with these rules, each {@code "GET /sms"}. */
  public static void customer(Keys keys, String customer, String... rules) {
    credential(keys, Resolved.of(keys).customer(customer).rules(rules).json());
  }

  /** Makes users-service know the platform's operator by these keys. */
  public static void operator(Keys keys) {
    credential(keys, Resolved.of(keys).operator().json());
  }

  /** Makes users-service know an account. */
  public static void account(String serviceName, String customer, long settingsVersion) {
    USERS.stubFor(
        get(urlEqualTo("/internal/accounts/" + serviceName))
            .willReturn(
                okJson(
                    """
                    {"serviceName":"%s","customer":"%s","settingsVersion":%d,"status":"enable"}
                    """
                        .formatted(serviceName, customer, settingsVersion))));
  }

  private static ResponseDefinitionBuilder error(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody("{\"class\":\"x\",\"message\":\"x\",\"errorCode\":\"" + code + "\"}");
  }
}
