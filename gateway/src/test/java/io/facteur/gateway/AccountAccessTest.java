package io.facteur.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.facteur.gateway.stack.FakeServices.BILLING;
import static io.facteur.gateway.stack.FakeServices.MESSAGING;
import static io.facteur.gateway.stack.FakeServices.USERS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.chassis.caller.InternalTokens;
import io.facteur.gateway.stack.FakeServices;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.gateway.stack.Keys;
import io.facteur.gateway.stack.SignedCall;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class AccountAccessTest {

  private final Keys keys = Keys.fresh();

  /** One that nothing is remembered of. */
  private final String account = "sms-" + UUID.randomUUID() + "-1";

  @Inject InternalTokens services;

  @BeforeEach
  void anAccount() {
    FakeServices.reset();
    FakeServices.account(account, "fa00001", 1);
    MESSAGING.stubFor(get(anyUrl()).willReturn(okJson("[]")));
  }

  @Test
  void doesNotTellAnothersAccountFromNone() {
    FakeServices.customer(keys, "fb00001", "GET /sms/*");
    String others = SignedCall.by(keys).get(jobs(account)).statusCode(404).extract().asString();
    String none = "sms-" + UUID.randomUUID() + "-1";
    String nobodys = SignedCall.by(keys).get(jobs(none)).statusCode(404).extract().asString();
    assertEquals(nobodys.replace(none, account), others);
    SignedCall.by(keys)
        .get(jobs(account))
        .body("class", equalTo("Client::ObjectNotFound"))
        .body("message", containsString("does not exist"));
    MESSAGING.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void doesNotTellAnAccountThatTheTokenDoesNotOpenFromNone() {
    FakeServices.customer(keys, "fa00001", "GET /sms", "GET /sms/other/*");
    String own = SignedCall.by(keys).get(jobs(account)).statusCode(403).extract().asString();
    String none = "sms-" + UUID.randomUUID() + "-1";
    String nobodys = SignedCall.by(keys).get(jobs(none)).statusCode(403).extract().asString();
    assertEquals(nobodys.replace(none, account), own);
    SignedCall.by(keys)
        .get(jobs(account))
        .body("errorCode", equalTo("NOT_GRANTED_CALL"))
        .body("message", containsString("GET /sms/" + account + "/jobs"));
  }

  @Test
  void doesNotOpenAnAccountWhoseNameBeginsLikeThatOfTheRule() {
    FakeServices.customer(keys, "fa00001", "GET /sms/" + account + "/*");
    FakeServices.account(account + "0", "fa00001", 1);
    SignedCall.by(keys).get(jobs(account)).statusCode(200);
    SignedCall.by(keys).get(jobs(account + "0")).statusCode(403);
  }

  @Test
  void listsWhatTheTokenOpens() {
    USERS.stubFor(get("/sms").willReturn(okJson("[\"sms-a-1\",\"sms-a-10\",\"sms-a-2\"]")));
    FakeServices.customer(
        keys, "fa00001", "GET /sms", "POST /sms/sms-a-1/jobs", "GET /sms/sms-a-2");
    SignedCall.by(keys).get("/1.0/sms").statusCode(200).body("", contains("sms-a-1", "sms-a-2"));
    Keys lone = Keys.fresh();
    FakeServices.customer(lone, "fa00001", "GET /sms");
    SignedCall.by(lone).get("/1.0/sms/").statusCode(200).body("", empty());
  }

  @Test
  void showsAnAccountWithItsCredits() {
    FakeServices.customer(keys, "fa00001", "GET /sms/*");
    USERS.stubFor(
        get("/sms/" + account)
            .willReturn(okJson("{\"name\":\"" + account + "\",\"callBack\":null}")));
    BILLING.stubFor(
        get("/internal/balances/" + account)
            .willReturn(
                okJson(
                    "{\"creditsLeft\":12.4,\"creditsHoldByQuota\":3.0,\"userQuantityWithQuota\":2}")));
    SignedCall.by(keys)
        .get("/1.0/sms/" + account)
        .statusCode(200)
        .body("name", equalTo(account))
        .body("creditsLeft", equalTo(12.4f))
        .body("creditsHoldByQuota", equalTo(3.0f))
        .body("userQuantityWithQuota", equalTo(2));
    assertEquals(
        "gateway",
        services
            .identify(
                BILLING
                    .findAll(getRequestedFor(anyUrl()))
                    .get(0)
                    .getHeader("Authorization")
                    .substring(7))
            .roles()
            .iterator()
            .next());
  }

  @Test
  void showsAnAccountThatBillingHasNotHeardOfWithoutCredits() {
    FakeServices.customer(keys, "fa00001", "GET /sms/*");
    USERS.stubFor(get("/sms/" + account).willReturn(okJson("{}")));
    SignedCall.by(keys)
        .get("/1.0/sms/" + account)
        .statusCode(200)
        .body("creditsLeft", equalTo(0.0f));
  }

  @Test
  void showsNoHalfOfAnAccount() {
    FakeServices.customer(keys, "fa00001", "GET /sms/*");
    USERS.stubFor(get("/sms/" + account).willReturn(okJson("{}")));
    BILLING.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
    SignedCall.by(keys).get("/1.0/sms/" + account).statusCode(503);
  }

  @Test
  void tellsTheServicesOfChangedSettingsInTheNextCall() {
    FakeServices.customer(keys, "fa00001", "GET /sms/*", "PUT /sms/*");
    USERS.stubFor(put("/sms/" + account).willReturn(okJson("null")));
    SignedCall.by(keys).get(jobs(account)).statusCode(200);
    assertEquals(1, settingsVersionOfLastCall());
    FakeServices.account(account, "fa00001", 2);
    SignedCall.by(keys).get(jobs(account)).statusCode(200);
    assertEquals(1, settingsVersionOfLastCall());
    SignedCall.by(keys).body("{\"callBack\":null}").put("/1.0/sms/" + account).statusCode(200);
    SignedCall.by(keys).get(jobs(account)).statusCode(200);
    assertEquals(2, settingsVersionOfLastCall());
  }

  private long settingsVersionOfLastCall() {
    String token =
        MESSAGING
            .findAll(getRequestedFor(urlEqualTo("/sms/" + account + "/jobs")))
            .get(MESSAGING.findAll(getRequestedFor(anyUrl())).size() - 1)
            .getHeader("Authorization");
    return services.identify(token.substring("Bearer ".length())).settingsVersion();
  }

  private static String jobs(String serviceName) {
    return "/1.0/sms/" + serviceName + "/jobs";
  }
}
