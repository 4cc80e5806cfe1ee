package io.facteur.gateway;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.gateway.stack.FakeServices;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.gateway.stack.Keys;
import io.facteur.gateway.stack.RawCall;
import io.facteur.gateway.stack.SignedCall;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class PathsTest {

  private final Keys keys = Keys.fresh();

  @ConfigProperty(name = "quarkus.http.test-ssl-port", defaultValue = "8444")
  int httpsPort;

  @BeforeEach
  void aCustomer() {
    FakeServices.reset();
    FakeServices.customer(keys, "fa00001", "GET /*", "POST /*");
    FakeServices.account("sms-fa00001-1", "fa00001", 1);
  }

  @Test
  void tellsTheTimeToAnyone() {
    String time =
        RestAssured.get("/1.0/auth/time")
            .then()
            .statusCode(200)
            .header("Content-Type", "application/json; charset=utf-8")
            .body(matchesPattern("[0-9]{10}"))
            .extract()
            .asString();
    assertTrue(Math.abs(Long.parseLong(time) - Instant.now().getEpochSecond()) < 5);
    RestAssured.get("/v1/auth/time/").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sms",
        "/1.0/nowhere",
        "/1.0/internal/accounts/sms-fa00001-1",
        "/1.0/sms/a/b/c",
        "/v2/sms",
        "/console",
        "/1.0/me.json"
      })
  void answersUnknownPathsInOvhsShape(String path) {
    RestAssured.get(path)
        .then()
        .statusCode(404)
        .header("Content-Type", containsString("application/json"))
        .header("X-Ovh-QueryID", notNullValue())
        .body("class", equalTo("Client::NotFound"))
        .body("httpCode", equalTo("404 Not Found"))
        .body("message.length()", greaterThan(10));
  }

  @Test
  void answersWrongMethodsInOvhsShape() {
    RestAssured.given()
        .body("{}")
        .delete("/1.0/sms/sms-fa00001-1/jobs")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("GET, POST"))
        .body("httpCode", equalTo("405 Method Not Allowed"))
        .body("message", allOf(containsString("DELETE"), containsString("GET, POST")));
    RestAssured.post("/1.0/auth/time").then().statusCode(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/1.0/sms/sms-fa00001-1/../sms-fb00001-1/jobs",
        "/1.0/sms/%2e%2e/internal/accounts/x",
        "/1.0/sms//jobs",
        "/1.0/sms/sms-fa00001-1%2Fjobs",
        "/1.0/sms/sms-fa00001-1%252Fjobs",
        "/1.0/sms/sms-fa00001-1;a/jobs",
        "http://localhost/1.0/sms",
        "/1.0/sms/%zz",
        "/1.0/sms/%",
        "/%zz",
      })
  void passesNoPathOnThatCouldBeReadInTwoWays(String path) {
    String answer = RawCall.send("GET " + path + " HTTP/1.1");
    assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*\"httpCode\":\"40[04] .*"), answer);
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    String large = "\"" + "x".repeat(110 * 1024) + "\"";
    SignedCall.by(keys)
        .body(large)
        .post("/1.0/sms/sms-fa00001-1/jobs")
        .statusCode(413)
        .body("class", equalTo("Client::PayloadTooLarge"))
        .body("message", containsString("102400"));
  }

  @Test
  void showsItsHealthInsideOnly() {
    RestAssured.get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    RestAssured.given()
        .relaxedHTTPSValidation()
        .get("https://localhost:" + httpsPort + "/q/health/live")
        .then()
        .statusCode(404);
  }

  @Test
  void speaksHttps() {
    RestAssured.given()
        .relaxedHTTPSValidation()
        .get("https://localhost:" + httpsPort + "/1.0/auth/time")
        .then()
        .statusCode(200);
  }

  @Test
  void showsWhatCanBeCalled() {
    RestAssured.get("/1.0/")
        .then()
        .statusCode(200)
        .body("apis.path", hasItems("/auth", "/sms"))
        .body("basePath", equalTo(RestAssured.baseURI + ":" + RestAssured.port + "/1.0"));
    RestAssured.get("/1.0/sms.json")
        .then()
        .statusCode(200)
        .body("resourcePath", equalTo("/sms"))
        .body("apis.path", hasItems("/sms", "/sms/{serviceName}/jobs"))
        .body(
            "apis.find { it.path == '/sms/{serviceName}/jobs/{id}' }.operations.httpMethod",
            hasItems("GET", "DELETE"))
        .body(
            "apis.find { it.path == '/sms/{serviceName}/jobs/{id}' }.operations[0].parameters[1]"
                + ".dataType",
            equalTo("long"))
        .body("apis.path", not(hasItem(startsWith("/admin"))));
    RestAssured.get("/1.0/auth.json")
        .then()
        .statusCode(200)
        .body("apis.find { it.path == '/auth/time' }.operations[0].noAuthentication", equalTo(true))
        .body(
            "apis.find { it.path == '/auth/details' }.operations[0].noAuthentication",
            equalTo(false));
  }
}
