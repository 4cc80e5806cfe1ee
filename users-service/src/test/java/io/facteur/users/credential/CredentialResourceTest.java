package io.facteur.users.credential;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agroal.api.AgroalDataSource;
import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.facteur.users.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class CredentialResourceTest {

  private static final String BODY =
      "{\"application\":\"shop\",\"rules\":[{\"method\":\"GET\",\"path\":\"/sms/*\"}],"
          + "\"allowedIPs\":[\"10.0.0.0/8\"]}";

  @Inject AgroalDataSource database;

  @Test
  void issuesKeysThatResolve() {
    String customer = Api.newCustomer();
    JsonPath keys =
        issue(customer, BODY)
            .statusCode(200)
            .body("applicationKey", matchesPattern("[A-Za-z0-9]{16}"))
            .body("applicationSecret", matchesPattern("[A-Za-z0-9]{32}"))
            .body("consumerKey", matchesPattern("[A-Za-z0-9]{32}"))
            .extract()
            .jsonPath();
    resolve(keys.getString("applicationKey"), keys.getString("consumerKey"))
        .statusCode(200)
        .body("applicationSecret", equalTo(keys.getString("applicationSecret")))
        .body("customer", equalTo(customer))
        .body("operator", equalTo(false))
        .body("state", equalTo("validated"))
        .body("rules.method", contains("GET"))
        .body("rules.path", contains("/sms/*"))
        .body("allowedIPs", contains("10.0.0.0/8"))
        .body("expiration", nullValue());
  }

  @Test
  void storesNoSecretInPlain() throws Exception {
    JsonPath keys = issue(Api.newCustomer(), BODY).extract().jsonPath();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT secret FROM application WHERE application_key = ?")) {
      select.setString(1, keys.getString("applicationKey"));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        String stored = new String(row.getBytes(1), StandardCharsets.ISO_8859_1);
        assertFalse(stored.contains(keys.getString("applicationSecret")));
      }
    }
  }

  @Test
  void tellsAnUnknownApplicationFromAnUnknownCredential() {
    JsonPath one = issue(Api.newCustomer(), BODY).extract().jsonPath();
    JsonPath other = issue(Api.newCustomer(), BODY).extract().jsonPath();
    resolve("unknownUnknown00", one.getString("consumerKey"))
        .statusCode(404)
        .body("errorCode", equalTo("INVALID_KEY"));
    resolve(one.getString("applicationKey"), "unknownUnknown00")
        .statusCode(404)
        .body("errorCode", equalTo("NOT_CREDENTIAL"));
    resolve(one.getString("applicationKey"), other.getString("consumerKey"))
        .statusCode(404)
        .body("errorCode", equalTo("NOT_CREDENTIAL"));
    resolve("\\u0000", "x").statusCode(404).body("errorCode", equalTo("INVALID_KEY"));
    Api.gateway().body("{}").post("/internal/credentials/resolve").then().statusCode(404);
    Api.gateway().body("[]").post("/internal/credentials/resolve").then().statusCode(400);
  }

  @Test
  void isResolvedByTheGatewayOnly() {
    given().post("/internal/credentials/resolve").then().statusCode(401);
    Api.operator().body("{}").post("/internal/credentials/resolve").then().statusCode(403);
    Api.owner("sms-fa1-1").body("{}").post("/internal/credentials/resolve").then().statusCode(403);
    Api.owner("sms-fa1-1").delete("/admin/credentials/unknownUnknown00").then().statusCode(403);
  }

  @Test
  void revokesForGoodAndOnce() throws Exception {
    JsonPath keys = issue(Api.newCustomer(), BODY).extract().jsonPath();
    String consumerKey = keys.getString("consumerKey");
    Set<Integer> statuses =
        Set.copyOf(
            AtOnce.call(
                4,
                () ->
                    Api.operator()
                        .delete("/admin/credentials/{key}", consumerKey)
                        .then()
                        .body(equalTo("null"))
                        .extract()
                        .statusCode()));
    assertEquals(Set.of(200), statuses);
    resolve(keys.getString("applicationKey"), consumerKey)
        .statusCode(200)
        .body("state", equalTo("expired"));
    Api.operator().delete("/admin/credentials/unknownUnknown00").then().statusCode(404);
  }

  @Test
  void allowsEveryAddressByDefault() {
    JsonPath keys =
        issue(
                Api.newCustomer(),
                "{\"application\":\"a\",\"rules\":[{\"method\":\"PUT\",\"path\":\"/*\"}]}")
            .statusCode(200)
            .extract()
            .jsonPath();
    resolve(keys.getString("applicationKey"), keys.getString("consumerKey"))
        .body("allowedIPs", empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"rules":[{"method":"GET","path":"/sms"}]}                        | application is missing
          {"application":"a"}                                               | rules is missing
          {"application":"a","rules":[]}                                    | rules is missing
          {"application":"a","rules":{}}                                    | rules must be a list
          {"application":"a","rules":["GET /sms"]}                          | rules
          {"application":"a","rules":[{"method":"PATCH","path":"/sms"}]}    | rules[0].method must be one of
          {"application":"a","rules":[{"method":"GET","path":"sms"}]}       | rules[0].path must start with a slash
          {"application":"a","rules":[{"method":"GET"}]}                    | rules[0].path is missing
          {"application":"a","rules":[{"method":"GET","path":"/sms/sms-ab1234-*"}]} | rules[0].path must have * only as
          {"application":"a","rules":[{"method":"GET","path":"/sms"}],"allowedIPs":["x"]} | allowedIPs[0] must be an address
          {"application":"a","rules":[{"method":"GET","path":"/sms"}],"allowedIPs":"x"} | allowedIPs must be a list
          null                                                              | The body must be a JSON object
          """)
  void namesTheFieldThatIsWrong(String body, String message) {
    issue(Api.newCustomer(), body)
        .statusCode(400)
        .body("class", equalTo("Client::BadRequest"))
        .body("message", startsWith(message));
  }

  @Test
  void needsACustomer() {
    issue("zz99999999", BODY).statusCode(404);
  }

  private static ValidatableResponse issue(String customer, String body) {
    return Api.operator()
        .body(body)
        .post("/admin/customers/{customer}/credentials", customer)
        .then();
  }

  private static ValidatableResponse resolve(String applicationKey, String consumerKey) {
    return Api.gateway()
        .body(Map.of("applicationKey", applicationKey, "consumerKey", consumerKey))
        .post("/internal/credentials/resolve")
        .then();
  }
}
