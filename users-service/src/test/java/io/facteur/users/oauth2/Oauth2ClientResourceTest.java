package io.facteur.users.oauth2;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.facteur.users.Contract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class Oauth2ClientResourceTest {

  private static final String CLIENTS = "/admin/customers/{customer}/oauth2-clients";
  private static final String REVOKED = "facteur.users.oauth2-client.revoked.v1";
  private static final String BODY =
      "{\"name\":\"shop\",\"rules\":[{\"method\":\"GET\",\"path\":\"/sms\"}]}";

  @Test
  void issuesClients() {
    String customer = Api.newCustomer();
    String id =
        issue(customer, BODY)
            .statusCode(200)
            .body("clientId", matchesPattern("[A-Za-z0-9]{16}"))
            .body("clientSecret", matchesPattern("[A-Za-z0-9]{32}"))
            .extract()
            .path("clientId");
    Api.operator().get(CLIENTS, customer).then().statusCode(200).body("$", contains(id));
    Api.gateway()
        .get("/internal/oauth2/clients/{id}", id)
        .then()
        .statusCode(200)
        .body("customer", equalTo(customer))
        .body("state", equalTo("validated"))
        .body("rules.path", contains("/sms"));
  }

  @Test
  void revokesForGoodAndTellsItOnce() {
    String customer = Api.newCustomer();
    String id = issue(customer, BODY).extract().path("clientId");
    for (int time = 0; time < 2; time++) {
      Api.operator()
          .delete("/admin/oauth2-clients/{id}", id)
          .then()
          .statusCode(200)
          .body(equalTo("null"));
    }
    Map<String, Object> expected = new HashMap<>(Contract.example(REVOKED));
    expected.put("clientId", id);
    assertEquals(expected, Contract.read(Contract.await(REVOKED, "clientId", id).json()));
    Api.operator().get(CLIENTS, customer).then().body("$", empty());
    Api.gateway().get("/internal/oauth2/clients/{id}", id).then().body("state", equalTo("expired"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"rules":[{"method":"GET","path":"/sms"}]}                     | name is missing
          {"name":"n"}                                                   | rules is missing
          {"name":"n","rules":[{"method":"GET","path":"/sms/sms-a*"}]}   | rules[0].path must have *
          null                                                           | The body must be a JSON object
          """)
  void namesTheFieldThatIsWrong(String body, String message) {
    issue(Api.newCustomer(), body).statusCode(400).body("message", startsWith(message));
  }

  @Test
  void refusesRulesThatNoTokenCanCarry() {
    String rule = "{\"method\":\"GET\",\"path\":\"/sms/NUMBER/" + "a".repeat(200) + "\"}";
    StringBuilder rules = new StringBuilder(rule);
    for (int i = 0; i < 20; i++) {
      rules.append(',').append(rule.replace("NUMBER", "n" + i));
    }
    issue(Api.newCustomer(), "{\"name\":\"n\",\"rules\":[" + rules + "]}")
        .statusCode(400)
        .body("message", startsWith("rules are too long for a token"));
  }

  @Test
  void knowsNoOtherClients() {
    Api.gateway().get("/internal/oauth2/clients/unknown").then().statusCode(404);
    Api.gateway().get("/internal/oauth2/clients/{id}", "\u0000").then().statusCode(404);
    Api.operator().delete("/admin/oauth2-clients/unknownUnknown00").then().statusCode(404);
    issue("zz99999999", BODY).statusCode(404);
  }

  @Test
  void isForTheOperatorOnly() {
    given().post(CLIENTS, "fa1").then().statusCode(401);
    Api.owner("sms-fa1-1").body(BODY).post(CLIENTS, "fa1").then().statusCode(403);
    Api.operator().get("/internal/oauth2/clients/unknown").then().statusCode(403);
  }

  private static ValidatableResponse issue(String customer, String body) {
    return Api.operator().body(body).post(CLIENTS, customer).then();
  }
}
