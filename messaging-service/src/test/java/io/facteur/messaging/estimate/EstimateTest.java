package io.facteur.messaging.estimate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.facteur.messaging.stack.SimulatorStack;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(SimulatorStack.class)
class EstimateTest {

  private static ValidatableResponse estimate(String body) {
    return given()
        .auth()
        .oauth2(TestTokens.customerOnly("fa00001"))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/sms/estimate")
        .then();
  }

  @ParameterizedTest
  @CsvSource({
    "Bonjour, true, alpha, 7, 7bits, 160, 1",
    "Bonjour, false, alpha, 18, 7bits, 160, 1",
    "Bonjour, false, shortcode, 7, 7bits, 160, 1",
    "5 € [ok], true, virtual, 11, 7bits, 160, 1",
    "Noël, true, alpha, 4, unicode, 70, 1",
    "'😀', true, alpha, 2, unicode, 70, 1",
  })
  void countsAsTheOperatorDoes(
      String message,
      boolean noStop,
      String type,
      int characters,
      String kind,
      int most,
      int parts) {
    estimate(
            "{\"message\":\"%s\",\"noStopClause\":%s,\"senderType\":\"%s\"}"
                .formatted(message, noStop, type))
        .statusCode(200)
        .body("characters", equalTo(characters))
        .body("charactersClass", equalTo(kind))
        .body("maxCharactersPerPart", equalTo(most))
        .body("parts", equalTo(parts));
  }

  @Test
  void countsParts() {
    estimate("{\"message\":\"" + "a".repeat(161) + "\",\"noStopClause\":true}")
        .body("maxCharactersPerPart", equalTo(153))
        .body("parts", equalTo(2));
    estimate("{\"message\":\"" + "ê".repeat(135) + "\",\"noStopClause\":true}")
        .body("maxCharactersPerPart", equalTo(67))
        .body("parts", equalTo(3));
  }

  @ParameterizedTest
  @CsvSource({
    "{}, message",
    "'{\"message\":\"\"}', message",
    "'{\"message\":\"a\",\"senderType\":\"loud\"}', senderType",
    "'{\"message\":\"a\",\"noStopClause\":\"perhaps\"}', noStopClause",
    "'[1]', object",
    "'{', JSON",
  })
  void namesTheFieldThatIsWrong(String body, String named) {
    estimate(body).statusCode(400).body("message", containsString(named));
  }

  @Test
  void wantsToKnowWhoAsks() {
    given().contentType(ContentType.JSON).body("{}").post("/sms/estimate").then().statusCode(401);
  }
}
