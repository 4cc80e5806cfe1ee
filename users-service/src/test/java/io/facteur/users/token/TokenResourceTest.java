package io.facteur.users.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class TokenResourceTest {

  @Test
  void issuesTokensThatVerifyWithThePublishedKeys() throws Exception {
    String customer = Api.newCustomer();
    Map<String, String> client = newClient(customer);
    String token =
        ask(request(client))
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("token_type", equalTo("Bearer"))
            .body("expires_in", equalTo(3600))
            .body("scope", equalTo("all"))
            .extract()
            .path("access_token");
    JwtClaims claims = verified(token);
    assertEquals(client.get("clientId"), claims.getSubject());
    assertEquals(client.get("clientId"), claims.getClaimValue("client_id"));
    assertEquals(customer, claims.getClaimValue("customer"));
    assertEquals(List.of(Map.of("method", "GET", "path", "/sms/*")), claims.getClaimValue("rules"));
    assertEquals(3600, claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
  }

  @Test
  void publishesKeysForAWhile() {
    Api.gateway()
        .get("/internal/oauth2/jwks")
        .then()
        .statusCode(200)
        .header("Cache-Control", "max-age=300")
        .body("keys.kty", hasItem("RSA"))
        .body("keys.alg", hasItem("RS256"))
        .body("keys.e", hasItem("AQAB"));
  }

  @Test
  void issuesNoTokenToARevokedClient() {
    Map<String, String> client = newClient(Api.newCustomer());
    Api.operator().delete("/admin/oauth2-clients/{id}", client.get("clientId"));
    ask(request(client)).statusCode(401).body("error", equalTo("invalid_client"));
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type, , 400, invalid_request",
    "grant_type, password, 400, unsupported_grant_type",
    "scope, email, 400, invalid_scope",
    "client_id, , 401, invalid_client",
    "client_id, unknownUnknown00, 401, invalid_client",
    "client_secret, , 401, invalid_client",
    "client_secret, wrong, 401, invalid_client"
  })
  void refusesAsTheStandardSays(String field, String value, int status, String error) {
    Map<String, String> request = request(newClient(Api.newCustomer()));
    request.put(field, value);
    ask(request).statusCode(status).body("error", equalTo(error));
  }

  @Test
  void takesNoScopeForAll() {
    Map<String, String> request = request(newClient(Api.newCustomer()));
    request.remove("scope");
    ask(request).statusCode(200).body("scope", equalTo("all"));
  }

  @Test
  void isForTheGatewayOnly() {
    given().post("/internal/oauth2/token").then().statusCode(401);
    given().get("/internal/oauth2/jwks").then().statusCode(401);
    Api.owner("sms-fa1-1").get("/internal/oauth2/jwks").then().statusCode(403);
    Api.gateway()
        .body("null")
        .post("/internal/oauth2/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  private static Map<String, String> newClient(String customer) {
    return Api.operator()
        .body("{\"name\":\"shop\",\"rules\":[{\"method\":\"GET\",\"path\":\"/sms/*\"}]}")
        .post("/admin/customers/{customer}/oauth2-clients", customer)
        .then()
        .statusCode(200)
        .extract()
        .path("$");
  }

  private static Map<String, String> request(Map<String, String> client) {
    return new HashMap<>(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client.get("clientId"),
            "client_secret",
            client.get("clientSecret"),
            "scope",
            "all"));
  }

  private static ValidatableResponse ask(Map<String, String> request) {
    return Api.gateway().body(request).post("/internal/oauth2/token").then();
  }

  private static JwtClaims verified(String token) throws Exception {
    String jwks = Api.gateway().get("/internal/oauth2/jwks").asString();
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(
            new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
        .setExpectedIssuer("facteur")
        .setExpectedAudience("facteur-api")
        .setRequireExpirationTime()
        .build()
        .processToClaims(token);
  }
}
