package io.facteur.users.customer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.facteur.users.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class CustomerResourceTest {

  @Test
  void createsACustomerOnce() {
    String body = "{\"customer\":\"cr1\",\"name\":\"Café \",\"country\":\"FR\"}";
    String first = create(body, 200);
    assertEquals(first, create(body, 200));
    Api.operator()
        .get("/admin/customers/cr1")
        .then()
        .statusCode(200)
        .body("customer", equalTo("cr1"))
        .body("name", equalTo("Café"))
        .body("country", equalTo("fr"));
    Api.operator().get("/admin/customers").then().statusCode(200).body("$", hasItem("cr1"));
  }

  @Test
  void refusesAnotherCustomerOfTheSameId() {
    create("{\"customer\":\"cr2\",\"name\":\"One\"}", 200);
    Api.operator()
        .body("{\"customer\":\"cr2\",\"name\":\"Other\"}")
        .post("/admin/customers")
        .then()
        .statusCode(409)
        .body("class", equalTo("Client::Conflict"))
        .body("httpCode", equalTo("409 Conflict"));
  }

  @Test
  void answersTwoAtOnceAlike() throws Exception {
    String body = "{\"customer\":\"cr3\",\"name\":\"Twin\",\"country\":\"be\"}";
    List<String> answers = AtOnce.call(8, () -> create(body, 200));
    assertEquals(Collections.nCopies(8, answers.get(0)), answers);
  }

  @Test
  void letsOneOfTwoDifferentAtOnceWin() throws Exception {
    List<Integer> statuses =
        AtOnce.call(
            8,
            () ->
                Api.operator()
                    .body(
                        "{\"customer\":\"cr4\",\"name\":\""
                            + Thread.currentThread().getName()
                            + "\"}")
                    .post("/admin/customers")
                    .statusCode());
    assertEquals(Set.of(200, 409), Set.copyOf(statuses));
    assertEquals(1, Collections.frequency(statuses, 200));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"customer":"x","name":"n"}                       | customer must be two lower-case
          {"customer":"facteur","name":"n"}                 | customer must be two lower-case
          {"customer":"FA00001","name":"n"}                 | customer must be two lower-case
          {"name":"n"}                                      | customer is missing
          {"customer":"cr9"}                                | name is missing
          {"customer":"cr9","name":"  "}                    | name is missing
          {"customer":"cr9","name":{}}                      | name must be a text
          {"customer":"cr9","name":"a\\u0000b"}             | name must not contain control
          {"customer":"cr9","name":"n","country":"zz"}      | country must be a two-letter
          {"customer":"cr9","name":"n","country":"france"}  | country must be a two-letter
          null                                              | The body must be a JSON object
          []                                                | The body must be a JSON object
          {"customer":                                      | The body is not valid JSON
          """)
  void namesTheFieldThatIsWrong(String body, String message) {
    Api.operator()
        .body(body.replace("\\\\", "\\"))
        .post("/admin/customers")
        .then()
        .statusCode(400)
        .body("class", equalTo("Client::BadRequest"))
        .body("httpCode", equalTo("400 Bad Request"))
        .body("message", startsWith(message));
  }

  @Test
  void refusesNamesThatAreTooLong() {
    String message =
        Api.operator()
            .body("{\"customer\":\"cr9\",\"name\":\"" + "n".repeat(101) + "\"}")
            .post("/admin/customers")
            .then()
            .statusCode(400)
            .extract()
            .path("message");
    assertEquals("name must have at most 100 characters, has 101", message);
  }

  @Test
  void knowsNoCustomerOfAnotherId() {
    for (String id : List.of("zz99999999", "no such", "%00", "facteur")) {
      assertEquals(404, Api.operator().get("/admin/customers/{id}", id).statusCode(), id);
    }
  }

  @Test
  void isForTheOperatorOnly() {
    given().get("/admin/customers").then().statusCode(401);
    given().auth().oauth2("no.token.this").get("/admin/customers").then().statusCode(401);
    Api.owner("sms-fa00001-1").get("/admin/customers").then().statusCode(403);
    Api.gateway().get("/admin/customers").then().statusCode(403);
    assertTrue(
        Api.operator().get("/internal/accounts/sms-fa00001-1").statusCode() == 403,
        "the operator is not the gateway");
  }

  private static String create(String body, int status) {
    return Api.operator()
        .body(body)
        .post("/admin/customers")
        .then()
        .statusCode(status)
        .extract()
        .asString();
  }
}
