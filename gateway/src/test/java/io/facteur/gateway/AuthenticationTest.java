package io.facteur.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.facteur.gateway.stack.FakeServices.MESSAGING;
import static io.facteur.gateway.stack.FakeServices.USERS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.facteur.gateway.stack.FakeServices;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.gateway.stack.Keys;
import io.facteur.gateway.stack.Resolved;
import io.facteur.gateway.stack.SignedCall;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class AuthenticationTest {

  private final Keys keys = Keys.fresh();

  @BeforeEach
  void aCustomerWithAnAccount() {
    FakeServices.reset();
    FakeServices.customer(keys, "fa00001", "GET /*", "POST /*");
    USERS.stubFor(WireMock.get("/sms").willReturn(okJson("[\"sms-fa00001-1\"]")));
  }

  @Test
  void letsASignedCallIn() {
    SignedCall.by(keys)
        .get("/1.0/sms")
        .statusCode(200)
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header("X-Ovh-QueryID", not(nullValue()))
        .body("[0]", equalTo("sms-fa00001-1"));
  }

  @Test
  void servesTheAliasAndTheSlashAtTheEnd() {
    SignedCall.by(keys).get("/v1/sms/").statusCode(200).body("size()", equalTo(1));
  }

  @Test
  void asksForASignature() {
    RestAssured.given()
        .get("/1.0/sms")
        .then()
        .statusCode(401)
        .header("X-Ovh-QueryID", not(nullValue()))
        .body("class", equalTo("Client::Unauthorized"))
        .body("httpCode", equalTo("401 Unauthorized"))
        .body("message", containsString("You must login first"))
        .body("errorCode", nullValue());
  }

  @Test
  void refusesABadSignatureAndSaysWhatToSign() {
    Keys wrong = new Keys(keys.application(), "another secret", keys.consumer());
    SignedCall.by(wrong)
        .get("/1.0/sms")
        .statusCode(400)
        .body("errorCode", equalTo("INVALID_SIGNATURE"))
        .body("message", containsString("Invalid signature"))
        .body(
            "message",
            containsString("+GET+" + RestAssured.baseURI + ":" + RestAssured.port + "/1.0/sms+"))
        .body("message", not(containsString(keys.secret())));
  }

  @Test
  void refusesAClockThatIsOffAndSaysHowFar() {
    SignedCall.by(keys)
        .clockOff(-1000)
        .get("/1.0/sms")
        .statusCode(400)
        .body("errorCode", equalTo("QUERY_TIME_OUT"))
        .body("message", containsString("Query out of time"))
        .body("message", containsString("behind"));
  }

  @Test
  void refusesAnUnknownApplicationAndAnUnknownConsumerKey() {
    SignedCall.by(Keys.fresh())
        .get("/1.0/sms")
        .statusCode(403)
        .body("errorCode", equalTo("INVALID_KEY"))
        .body("class", equalTo("Client::Forbidden"));
    SignedCall.by(new Keys(keys.application(), keys.secret(), "someoneElses"))
        .get("/1.0/sms")
        .statusCode(403)
        .body("errorCode", equalTo("NOT_CREDENTIAL"));
  }

  @Test
  void asksNobodyAboutKeysThatCantExist() {
    SignedCall.by(new Keys("a".repeat(65), "s", "c"))
        .get("/1.0/sms")
        .statusCode(403)
        .body("errorCode", equalTo("INVALID_KEY"));
    USERS.verify(0, postRequestedFor(urlEqualTo("/internal/credentials/resolve")));
  }

  @Test
  void refusesACredentialThatIsNotValid() {
    for (String state : new String[] {"pendingValidation", "refused", "expired"}) {
      Keys unusable = Keys.fresh();
      FakeServices.credential(unusable, Resolved.of(unusable).state(state).json());
      invalid(unusable);
    }
    Keys over = Keys.fresh();
    String secondAgo = Instant.now().minusSeconds(1).toString();
    FakeServices.credential(over, Resolved.of(over).expiration(secondAgo).json());
    invalid(over);
  }

  private static void invalid(Keys unusable) {
    SignedCall.by(unusable)
        .get("/1.0/sms")
        .statusCode(403)
        .body("errorCode", equalTo("INVALID_CREDENTIAL"))
        .body("message", containsString("This credential is not valid"));
  }

  @Test
  void refusesACallFromAnAddressThatIsNotAllowed() {
    Keys elsewhere = Keys.fresh();
    FakeServices.credential(
        elsewhere, Resolved.of(elsewhere).rules("GET /*").allowedIps("192.0.2.0/24").json());
    SignedCall.by(elsewhere)
        .get("/1.0/sms")
        .statusCode(403)
        .body("errorCode", equalTo("FORBIDDEN"))
        .body("message", containsString("127.0.0.1"));
    Keys here = Keys.fresh();
    FakeServices.credential(
        here, Resolved.of(here).rules("GET /*").allowedIps("192.0.2.1", "127.0.0.0/8").json());
    SignedCall.by(here).get("/1.0/sms").statusCode(200);
  }

  @Test
  void doesNotTrustAForwardedAddress() {
    Keys elsewhere = Keys.fresh();
    FakeServices.credential(
        elsewhere, Resolved.of(elsewhere).rules("GET /*").allowedIps("192.0.2.1").json());
    SignedCall.by(elsewhere).header("X-Forwarded-For", "192.0.2.1").get("/1.0/sms").statusCode(403);
  }

  @Test
  void asksOnceForACredentialItKnows() {
    SignedCall.by(keys).get("/1.0/sms").statusCode(200);
    SignedCall.by(keys).get("/1.0/sms").statusCode(200);
    USERS.verify(1, postRequestedFor(urlEqualTo("/internal/credentials/resolve")));
  }

  @Test
  void saysWhenToComeBackWhileNobodyCanBeAsked() {
    Keys unknown = Keys.fresh();
    USERS.stubFor(
        WireMock.post("/internal/credentials/resolve")
            .atPriority(1)
            .willReturn(WireMock.aResponse().withStatus(500)));
    SignedCall.by(unknown)
        .get("/1.0/sms")
        .statusCode(503)
        .header("Retry-After", equalTo("1"))
        .body("class", equalTo("Server::ServiceUnavailable"));
  }

  @Test
  void tellsACallerWhatItsCredentialMayDo() {
    Keys restricted = Keys.fresh();
    FakeServices.credential(
        restricted, Resolved.of(restricted).rules("GET /sms/x").allowedIps("127.0.0.1").json());
    SignedCall.by(restricted)
        .get("/1.0/auth/currentCredential")
        .statusCode(200)
        .body("credentialId", equalTo(1))
        .body("status", equalTo("validated"))
        .body("rules[0].method", equalTo("GET"))
        .body("rules[0].path", equalTo("/sms/x"))
        .body("allowedIPs[0]", equalTo("127.0.0.1"))
        .body("$", not(hasKey("applicationSecret")));
    SignedCall.by(restricted)
        .get("/1.0/auth/details")
        .statusCode(200)
        .body("account", equalTo("fa00001"))
        .body("method", equalTo("account"));
    RestAssured.get("/1.0/auth/details").then().statusCode(401);
  }

  @Test
  void takesASignatureOverTheEscapedFormOfABody() {
    MESSAGING.stubFor(
        WireMock.post("/sms/sms-fa00001-1/jobs")
            .withRequestBody(WireMock.containing("é €"))
            .willReturn(okJson("{}")));
    FakeServices.account("sms-fa00001-1", "fa00001", 1);
    SignedCall.by(keys)
        .body("{\"message\":\"é €\"}")
        .signedAs("{\"message\":\"\\u00e9 \\u20ac\"}")
        .post("/1.0/sms/sms-fa00001-1/jobs")
        .statusCode(200);
  }
}
