package io.facteur.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.facteur.gateway.stack.FakeServices.MESSAGING;
import static io.facteur.gateway.stack.FakeServices.USERS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.facteur.gateway.stack.FakeServices;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.gateway.stack.Keys;
import io.facteur.gateway.stack.Resolved;
import io.facteur.gateway.stack.SignedCall;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class NewsTest {

  private static final String ADDRESS = "facteur.users.events";

  private final Keys keys = Keys.fresh();
  private final String account = "sms-" + UUID.randomUUID() + "-1";

  @BeforeEach
  void aCustomerWithAnAccount() {
    FakeServices.reset();
    FakeServices.customer(keys, "fa00001", "GET /sms/*");
    FakeServices.account(account, "fa00001", 1);
    MESSAGING.stubFor(get(anyUrl()).willReturn(okJson("[]")));
  }

  @Test
  void endsARevokedCredentialAtOnce() {
    awaitListening();
    expect(200);
    FakeServices.credential(keys, Resolved.of(keys).state("expired").json());
    expect(200);
    tell(
        "facteur.users.credential.revoked.v1",
        """
        {"applicationKey":"%s","consumerKey":"%s","version":2}
        """
            .formatted(keys.application(), keys.consumer()));
    awaitAnswer(403);
  }

  @Test
  void closesAnAccountAtOnce() {
    awaitListening();
    expect(200);
    FakeServices.account(account, "fb00001", 2);
    expect(200);
    tell(
        "facteur.users.account.changed.v1",
        """
        {"serviceName":"%s","version":2,"customer":"fb00001","status":"enable"}
        """
            .formatted(account));
    awaitAnswer(404);
  }

  @Test
  void forgetsEverythingWhenAnEventCantBeRead() {
    awaitListening();
    expect(200);
    FakeServices.account(account, "fb00001", 2);
    tell("facteur.users.account.changed.v1", "no JSON");
    awaitAnswer(404);
  }

  @Test
  void forgetsEverythingWhenItMayHaveMissedSomething() throws IOException {
    awaitListening();
    expect(200);
    TestBroker.stop();
    FakeServices.account(account, "fb00001", 2);
    expect(200);
    TestBroker.start();
    awaitAnswer(404);
  }

  @Test
  void asksOnceForManyCallsAtOnce() {
    Keys slow = Keys.fresh();
    USERS.stubFor(
        WireMock.post("/internal/credentials/resolve")
            .atPriority(1)
            .willReturn(okJson(Resolved.of(slow).rules("GET /sms/*").json()).withFixedDelay(500)));
    IntStream.range(0, 20)
        .parallel()
        .forEach(i -> SignedCall.by(slow).get("/1.0/sms/" + account + "/jobs").statusCode(200));
    USERS.verify(1, postRequestedFor(urlEqualTo("/internal/credentials/resolve")));
  }

  private static void awaitListening() {
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                RestAssured.get("/q/metrics").asString().contains("facteur_gateway_listening 1.0"));
  }

  private void awaitAnswer(int status) {
    await().atMost(20, SECONDS).until(() -> status() == status);
  }

  private void expect(int status) {
    SignedCall.by(keys).get("/1.0/sms/" + account + "/jobs").statusCode(status);
  }

  private int status() {
    return SignedCall.by(keys).get("/1.0/sms/" + account + "/jobs").extract().statusCode();
  }

  private static void tell(String type, String json) {
    TestBroker.send(ADDRESS, type, UUID.randomUUID().toString(), json);
  }
}
