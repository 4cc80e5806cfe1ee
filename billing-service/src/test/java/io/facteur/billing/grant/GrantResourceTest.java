package io.facteur.billing.grant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.billing.Operator;
import io.facteur.billing.Scene;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class GrantResourceTest {

  @Inject Operator operator;
  @Inject Scene scene;

  @Test
  void creditsAreIssuedAndCanBeSeen() {
    String account = scene.unknownAccount();
    long issued = scene.balance("", "issued");
    operator
        .grant(account, "1000.5", reference())
        .statusCode(200)
        .body("creditsLeft", equalTo(1000.5f));
    assertEquals(1_000_500, scene.balance(account, "available"));
    assertEquals(issued - 1_000_500, scene.balance("", "issued"));
    given()
        .auth()
        .oauth2(TestTokens.gateway())
        .get("/internal/balances/{serviceName}", account)
        .then()
        .statusCode(200)
        .body("creditsLeft", equalTo(1000.5f))
        .body("creditsHoldByQuota", equalTo(0.0f))
        .body("userQuantityWithQuota", is(0));
  }

  @Test
  void sameReferenceAgainAnswersTheSameAndPostsNothing() {
    String account = scene.unknownAccount();
    String reference = reference();
    operator.grant(account, "10", reference).body("creditsLeft", equalTo(10.0f));
    operator.grant(account, "5", reference()).body("creditsLeft", equalTo(15.0f));
    operator.grant(account, "10.000", reference).body("creditsLeft", equalTo(10.0f));
    assertEquals(15_000, scene.balance(account, "available"));
  }

  @Test
  void sameReferenceForSomethingElseIsAConflict() {
    String account = scene.unknownAccount();
    String reference = reference();
    operator.grant(account, "10", reference).statusCode(200);
    operator
        .grant(account, "11", reference)
        .statusCode(409)
        .body("class", is("Client::Conflict"))
        .body("message", startsWith("reference "));
    operator.grant(scene.unknownAccount(), "10", reference).statusCode(409);
  }

  @Test
  void sameReferenceByManyAtOncePostsOnce() throws Exception {
    String account = scene.unknownAccount();
    String reference = reference();
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      work.add(() -> operator.grant(account, "10", reference).extract().statusCode());
    }
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      for (var answer : pool.invokeAll(work)) {
        assertEquals(200, answer.get());
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(10_000, scene.balance(account, "available"));
  }

  @Test
  void upToABillionCreditsAtOnce() {
    operator.grant(scene.unknownAccount(), "1000000000", reference()).statusCode(200);
    operator.grant(scene.unknownAccount(), "1e9", reference()).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1000000000.001",
        "1e300",
        "1e999999999",
        "1e-999999999",
        "0.0001",
        "null",
        "\"NaN\"",
        "\"ten\"",
        "\"10\"",
        "true",
        "[1]",
        "{}"
      })
  void amountsThatAreNoneAreRefusedByName(String credits) {
    operator
        .grant(scene.unknownAccount(), credits, reference())
        .statusCode(400)
        .body("class", is("Client::BadRequest"))
        .body("message", startsWith("credits "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \"", "7", "{}", "\"\\u0000\""})
  void referencesThatAreNoneAreRefusedByName(String reference) {
    operator
        .grant(scene.unknownAccount(), "10", reference)
        .statusCode(400)
        .body("message", startsWith("reference "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "NaN", "{\"credits\":NaN}", "{", "\"text\"", "{}"})
  void bodiesThatAreNoneAreRefused(String body) {
    operator
        .grant(scene.unknownAccount(), body)
        .statusCode(400)
        .body("class", is("Client::BadRequest"));
  }

  @Test
  void onlyAnOperatorMayGrantAndOnlyForTheAccountOfTheToken() {
    String account = scene.unknownAccount();
    grantAs(TestTokens.customer(account), account, 403);
    grantAs(TestTokens.operator(scene.unknownAccount()), account, 404);
    given().contentType(ContentType.JSON).post(path(account)).then().statusCode(401);
  }

  @Test
  void balancesAreForTheGatewayAndZeroForWhoIsUnknown() {
    String account = scene.unknownAccount();
    given()
        .auth()
        .oauth2(TestTokens.customer(account))
        .get("/internal/balances/{serviceName}", account)
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(TestTokens.gateway())
        .get("/internal/balances/{serviceName}", account)
        .then()
        .statusCode(200)
        .body("creditsLeft", equalTo(0.0f));
  }

  private static void grantAs(String token, String account, int status) {
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"credits\":1,\"reference\":\"x\"}")
        .post(path(account))
        .then()
        .statusCode(status);
  }

  private static String path(String account) {
    return "/admin/accounts/" + account + "/credits";
  }

  private static String reference() {
    return "\"" + UUID.randomUUID() + "\"";
  }
}
