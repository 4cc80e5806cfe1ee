package io.facteur.billing;

import static io.restassured.RestAssured.given;

import io.facteur.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** An operator at work, over HTTP. */
@ApplicationScoped
public class Operator {

  /** Grants thousandths of a credit; nothing when the amount is 0. */
  void grant(String serviceName, long amount) {
    BigDecimal credits = BigDecimal.valueOf(amount, 3);
    grant(serviceName, credits.toPlainString(), "\"" + UUID.randomUUID() + "\"").statusCode(200);
  }

  public ValidatableResponse grant(String serviceName, String credits, String reference) {
    return grant(serviceName, "{\"credits\":%s,\"reference\":%s}".formatted(credits, reference));
  }

  public ValidatableResponse grant(String serviceName, String body) {
    return given()
        .auth()
        .oauth2(TestTokens.operator(serviceName))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/admin/accounts/{serviceName}/credits", serviceName)
        .then();
  }

  public ValidatableResponse reconcile() {
    return given().auth().oauth2(TestTokens.operator()).get("/admin/reconciliation").then();
  }
}
