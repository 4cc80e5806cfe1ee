package io.facteur.dlr.ptt;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class PttResourceTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 2, 3, 4, 5, 6, 8, 20, 21, 23, 24, 25, 26, 27, 28, 29, 33, 39, 73, 74, 76, 202, 1999
      })
  void describesEveryCodeOfTheReference(int code) {
    given()
        .auth()
        .oauth2(TestTokens.customer("sms-fa00001-1"))
        .get("/sms/ptts?ptt=" + code)
        .then()
        .statusCode(200)
        .body("comment", not(equalTo("")))
        .body("description", not(equalTo("")))
        .body("duration", oneOf("temporary", "permanent", "indeterminated"));
  }

  @Test
  void saysThatAnAbsentSubscriberIsTemporary() {
    given()
        .auth()
        .oauth2(TestTokens.customer("sms-fa00001-1"))
        .get("/sms/ptts?ptt=24")
        .then()
        .body("comment", equalTo("Subscriber absent"))
        .body("duration", equalTo("temporary"));
  }

  @ParameterizedTest
  @CsvSource({
    "?ptt=7, 404, Client::ObjectNotFound",
    "?ptt=-1, 404, Client::ObjectNotFound",
    "?ptt=99999999999, 404, Client::ObjectNotFound",
    "?ptt=abc, 400, Client::BadRequest",
    "?ptt=, 400, Client::BadRequest",
    "'', 400, Client::BadRequest",
  })
  void refusesOthersAndNamesTheValidOnes(String query, int status, String errorClass) {
    given()
        .auth()
        .oauth2(TestTokens.customer("sms-fa00001-1"))
        .get("/sms/ptts" + query)
        .then()
        .statusCode(status)
        .body("class", equalTo(errorClass))
        .body("message", containsString("ptt"))
        .body("message", containsString("24, 25, 26"));
  }

  @Test
  void asksForATokenOfACustomer() {
    given().get("/sms/ptts?ptt=4").then().statusCode(401);
    given().auth().oauth2(TestTokens.gateway()).get("/sms/ptts?ptt=4").then().statusCode(403);
  }
}
