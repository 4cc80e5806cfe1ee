package io.facteur.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.facteur.gateway.stack.FakeServices.BILLING;
import static io.facteur.gateway.stack.FakeServices.MESSAGING;
import static io.facteur.gateway.stack.FakeServices.USERS;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.chassis.caller.Caller;
import io.facteur.chassis.caller.InternalTokens;
import io.facteur.gateway.stack.FakeServices;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.gateway.stack.Keys;
import io.facteur.gateway.stack.SignedCall;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class OperatorTest {

  private final Keys operator = Keys.fresh();
  private final Keys customer = Keys.fresh();
  private final String account = "sms-" + UUID.randomUUID() + "-1";

  @Inject InternalTokens services;

  @BeforeEach
  void anOperatorAndACustomer() {
    FakeServices.reset();
    FakeServices.operator(operator);
    FakeServices.customer(customer, "fa00001", "GET /*", "POST /*");
    FakeServices.account(account, "fa00001", 3);
    BILLING.stubFor(post(anyUrl()).willReturn(okJson("{\"creditsLeft\":1000.0}")));
    USERS.stubFor(any(urlPathMatching("/admin/.*")).willReturn(okJson("{}")));
  }

  @Test
  void reachesWhatIsTheOperators() {
    SignedCall.by(operator).body("{}").post("/1.0/admin/customers").statusCode(200);
    String token =
        USERS
            .findAll(postRequestedFor(urlEqualTo("/admin/customers")))
            .get(0)
            .getHeader("Authorization");
    assertEquals(new Caller("facteur", null, null, 0, Set.of("operator")), caller(token));
  }

  @Test
  void reachesAnyonesAccount() {
    String credits = "/admin/accounts/" + account + "/credits";
    SignedCall.by(operator)
        .body("{\"credits\":1000.0}")
        .post("/1.0" + credits)
        .statusCode(200)
        .body("creditsLeft", equalTo(1000.0f));
    String token =
        BILLING.findAll(postRequestedFor(urlEqualTo(credits))).get(0).getHeader("Authorization");
    assertEquals(new Caller("facteur", null, account, 3, Set.of("operator")), caller(token));
  }

  @Test
  void isToldOfAnAccountThatDoesNotExist() {
    SignedCall.by(operator)
        .body("{}")
        .post("/1.0/admin/accounts/none/credits")
        .statusCode(404)
        .body("class", equalTo("Client::ObjectNotFound"));
    BILLING.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void isToldWhatIsWrongWithTheSignature() {
    Keys wrong = new Keys(operator.application(), "wrong", operator.consumer());
    SignedCall.by(wrong)
        .get("/1.0/admin/customers")
        .statusCode(400)
        .body("errorCode", equalTo("INVALID_SIGNATURE"));
  }

  @Test
  void isTheOnlyOneWhoSeesThatThesePathsExist() {
    for (Keys stranger : new Keys[] {customer, Keys.fresh()}) {
      String there =
          SignedCall.by(stranger).get("/1.0/admin/links").statusCode(404).extract().asString();
      String nowhere =
          SignedCall.by(stranger).get("/1.0/admin/nowhere").statusCode(404).extract().asString();
      assertEquals(nowhere.replace("nowhere", "links"), there);
      SignedCall.by(stranger).clockOff(5000).get("/1.0/admin/links").statusCode(404);
      SignedCall.by(stranger).delete("/1.0/admin/links").statusCode(404);
    }
    RestAssured.get("/1.0/admin/links").then().statusCode(404);
    RestAssured.delete("/1.0/admin/links").then().statusCode(404);
    MESSAGING.verify(0, anyRequestedFor(anyUrl()));
  }

  @Test
  void makesTheGatewayForgetWhatItChanges() {
    SignedCall.by(customer).get("/1.0/sms/" + account + "/x/y/z").statusCode(404);
    SignedCall.by(customer).get("/1.0/sms/sms-new/jobs").statusCode(404);
    FakeServices.account("sms-new", "fa00001", 1);
    MESSAGING.stubFor(any(anyUrl()).willReturn(okJson("[]")));
    SignedCall.by(operator)
        .body("{}")
        .post("/1.0/admin/customers/fa00001/accounts")
        .statusCode(200);
    SignedCall.by(customer).get("/1.0/sms/sms-new/jobs").statusCode(200);
  }

  private Caller caller(String authorization) {
    return services.identify(authorization.substring("Bearer ".length()));
  }
}
