package io.facteur.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.facteur.gateway.stack.FakeServices.MESSAGING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.facteur.chassis.caller.Caller;
import io.facteur.chassis.caller.InternalTokens;
import io.facteur.gateway.stack.FakeServices;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.gateway.stack.Keys;
import io.facteur.gateway.stack.SignedCall;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class ForwardingTest {

  private static final String JOBS = "/1.0/sms/sms-fa00007-1/jobs";
  private static final String JOBS_INSIDE = "/sms/sms-fa00007-1/jobs";

  private final Keys keys = Keys.fresh();

  /** What the services verify tokens with. */
  @Inject InternalTokens services;

  @BeforeEach
  void aCustomerWithAnAccount() {
    FakeServices.reset();
    FakeServices.customer(keys, "fa00001", "GET /*", "POST /*", "PUT /*", "DELETE /*");
    FakeServices.account("sms-fa00007-1", "fa00001", 7);
  }

  @Test
  void passesTheCallOnInTheNameOfTheCustomer() {
    MESSAGING.stubFor(post(JOBS_INSIDE).willReturn(okJson("{\"ids\":[1001]}")));
    SignedCall.by(keys)
        .body("{\"message\":\"é €\"}")
        .header("Idempotency-Key", "abc")
        .post(JOBS)
        .statusCode(200)
        .header("Content-Type", "application/json; charset=utf-8")
        .body("ids[0]", Matchers.equalTo(1001));

    LoggedRequest passed = MESSAGING.findAll(postRequestedFor(urlEqualTo(JOBS_INSIDE))).get(0);
    assertEquals("{\"message\":\"é €\"}", passed.getBodyAsString());
    assertEquals("application/json", passed.getHeader("Content-Type"));
    assertEquals("abc", passed.getHeader("Idempotency-Key"));
    assertEquals(
        new Caller("fa00001", null, "sms-fa00007-1", 7, Set.of("customer")), caller(passed));
  }

  @Test
  void passesNothingOnThatOnlyTheGatewayMaySay() {
    MESSAGING.stubFor(get(JOBS_INSIDE).willReturn(okJson("[]")));
    SignedCall.by(keys)
        .header("Authorization", "Bearer forged")
        .header("X-Forwarded-For", "192.0.2.1")
        .header("X-Facteur-Query-Id", "forged")
        .header("X-Facteur-Anything", "forged")
        .get(JOBS)
        .statusCode(200);

    LoggedRequest passed = MESSAGING.findAll(getRequestedFor(urlEqualTo(JOBS_INSIDE))).get(0);
    assertEquals("fa00001", caller(passed).customer());
    assertEquals("127.0.0.1", passed.getHeader("X-Forwarded-For"));
    assertEquals(
        Set.of(),
        passed.getAllHeaderKeys().stream()
            .filter(name -> name.startsWith("X-Ovh-") || name.equals("X-Facteur-Anything"))
            .collect(java.util.stream.Collectors.toSet()));
    assertEquals(1, passed.header("X-Facteur-Query-Id").values().size());
    assertEquals("FC.", passed.getHeader("X-Facteur-Query-Id").substring(0, 3));
  }

  @Test
  void keepsTheQueryAndTakesTheSlashAtTheEndAway() {
    String query = "?tag=a%20b&sender=%2B33&x";
    MESSAGING.stubFor(get(urlEqualTo(JOBS_INSIDE + query)).willReturn(okJson("[]")));
    SignedCall.by(keys).get(JOBS + "/" + query).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json charset=utf-8",
        "application/x-www-form-urlencoded",
        "text/plain",
        "nonsense"
      })
  void takesEveryBodyForJson(String contentType) {
    MESSAGING.stubFor(
        post(JOBS_INSIDE)
            .withHeader("Content-Type", equalTo("application/json"))
            .willReturn(okJson("{}")));
    SignedCall.by(keys).body("{}").header("Content-Type", contentType).post(JOBS).statusCode(200);
  }

  @Test
  void answersEverySuccessAsOvhDoes() {
    MESSAGING.stubFor(post(JOBS_INSIDE).willReturn(aResponse().withStatus(201).withBody("{}")));
    SignedCall.by(keys).body("{}").post(JOBS).statusCode(200);
    MESSAGING.stubFor(
        com.github.tomakehurst.wiremock.client.WireMock.delete(JOBS_INSIDE + "/1")
            .willReturn(aResponse().withStatus(204)));
    SignedCall.by(keys).delete(JOBS + "/1").statusCode(200).body(Matchers.equalTo("null"));
  }

  @Test
  void passesARefusalOfTheServiceOn() {
    MESSAGING.stubFor(
        post(JOBS_INSIDE)
            .willReturn(
                aResponse()
                    .withStatus(503)
                    .withHeader("Retry-After", "5")
                    .withHeader("Content-Type", "application/json")
                    .withHeader("X-Internal", "1")
                    .withBody("{\"message\":\"later\"}")));
    SignedCall.by(keys)
        .body("{}")
        .post(JOBS)
        .statusCode(503)
        .header("Retry-After", "5")
        .header("X-Internal", nullValue())
        .body("message", Matchers.equalTo("later"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_536, 65_537, 3_000_000})
  void passesAnswersOfAnySize(int size) {
    String long1 = "\"" + "x".repeat(size) + "\"";
    MESSAGING.stubFor(get(JOBS_INSIDE).willReturn(okJson(long1)));
    SignedCall.by(keys).get(JOBS).statusCode(200).body(Matchers.equalTo(long1));
    MESSAGING.stubFor(get(JOBS_INSIDE).willReturn(okJson(long1).withChunkedDribbleDelay(10, 100)));
    SignedCall.by(keys).get(JOBS).statusCode(200).body(Matchers.equalTo(long1));
  }

  @Test
  void sendsAChangeOnceWhateverHappens() {
    MESSAGING.stubFor(
        post(JOBS_INSIDE).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    SignedCall.by(keys)
        .body("{}")
        .post(JOBS)
        .statusCode(502)
        .body("message", containsString("Idempotency-Key"));
    MESSAGING.verify(1, postRequestedFor(anyUrl()));
  }

  @Test
  void readsOnceMoreWhenTheConnectionBroke() {
    MESSAGING.stubFor(
        get(JOBS_INSIDE)
            .inScenario("restart")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
            .willSetStateTo("up"));
    MESSAGING.stubFor(
        get(JOBS_INSIDE).inScenario("restart").whenScenarioStateIs("up").willReturn(okJson("[1]")));
    SignedCall.by(keys).get(JOBS).statusCode(200).body("[0]", Matchers.equalTo(1));
  }

  @Test
  void doesNotWaitForEverForAService() {
    MESSAGING.stubFor(post(JOBS_INSIDE).willReturn(okJson("{}").withFixedDelay(4_000)));
    SignedCall.by(keys)
        .body("{}")
        .post(JOBS)
        .statusCode(504)
        .body("class", Matchers.equalTo("Server::GatewayTimeout"));
  }

  @Test
  void saysWhenAServiceIsDown() {
    SignedCall.by(keys)
        .get("/1.0/sms/ptts?ptt=1")
        .statusCode(503)
        .header("Retry-After", "1")
        .body("httpCode", Matchers.equalTo("503 Service Unavailable"));
  }

  @Test
  void hidesThatAServiceDoesNotKnowItsTokens() {
    MESSAGING.stubFor(get(JOBS_INSIDE).willReturn(aResponse().withStatus(401).withBody("{}")));
    SignedCall.by(keys).get(JOBS).statusCode(503);
  }

  private Caller caller(LoggedRequest passed) {
    return services.identify(passed.getHeader("Authorization").substring("Bearer ".length()));
  }
}
