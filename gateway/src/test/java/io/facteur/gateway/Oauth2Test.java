package io.facteur.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.facteur.gateway.stack.FakeServices.MESSAGING;
import static io.facteur.gateway.stack.FakeServices.USERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.facteur.gateway.stack.FakeServices;
import io.facteur.gateway.stack.GatewayStack;
import io.facteur.gateway.stack.OauthKey;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(GatewayStack.class)
class Oauth2Test {

  private static final OauthKey KEY = OauthKey.generate();
  private static final String OWN = "/1.0/sms/sms-fa00001-1/jobs";

  private final String client = UUID.randomUUID().toString().substring(0, 16);

  @BeforeEach
  void aClient() {
    FakeServices.reset();
    KEY.published(client, "validated");
    FakeServices.account("sms-fa00001-1", "fa00001", 1);
    MESSAGING.stubFor(get(anyUrl()).willReturn(okJson("[]")));
  }

  @Test
  void letsABearerDoWhatItsTokenSays() {
    String token = token();
    call(token, OWN).statusCode(200);
    call(token, "/1.0/sms/sms-fa00001-2/jobs")
        .statusCode(403)
        .body("errorCode", equalTo("NOT_GRANTED_CALL"));
    call(token, "/1.0/admin/links").statusCode(404);
  }

  @Test
  void refusesATokenThatIsNotOfThisPlatform() {
    refused(OauthKey.generate().token(client, claims -> claims));
    refused(KEY.token(client, claims -> claims.issuer("facteur-gateway")));
    refused(KEY.token(client, claims -> claims.audience("facteur-services")));
    refused("no.token.atall");
    refused("");
    String claims = token().split("\\.", -1)[1];
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
    refused(none + "." + claims + ".");
  }

  @Test
  void refusesATokenThatHasExpired() {
    refused(KEY.token(client, Oauth2Test::expired)).body("message", containsString("expired"));
  }

  @Test
  void endsTheTokensOfARevokedClientAtOnce() {
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                RestAssured.get("/q/metrics").asString().contains("facteur_gateway_listening 1.0"));
    String token = token();
    call(token, OWN).statusCode(200);
    OauthKey.client(client, "expired");
    call(token, OWN).statusCode(200);
    TestBroker.send(
        "facteur.users.events",
        "facteur.users.oauth2-client.revoked.v1",
        UUID.randomUUID().toString(),
        "{\"clientId\":\"" + client + "\",\"version\":2}");
    await().atMost(20, SECONDS).until(() -> call(token, OWN).extract().statusCode() == 403);
    call(token, OWN).body("errorCode", equalTo("INVALID_CREDENTIAL"));
  }

  @Test
  void bringsARequestForATokenToUsersService() {
    USERS.stubFor(
        post("/internal/oauth2/token")
            .withRequestBody(
                equalToJson(
                    """
                    {"grant_type":"client_credentials","client_id":"id","client_secret":"secret","scope":"all"}
                    """))
            .willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\"}")));
    RestAssured.given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", "id")
        .formParam("client_secret", "secret")
        .formParam("scope", "all")
        .post("/auth/oauth2/token")
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("access_token", equalTo("t"));
    RestAssured.given()
        .auth()
        .preemptive()
        .basic("id", "secret")
        .formParam("grant_type", "client_credentials")
        .formParam("scope", "all")
        .post("/auth/oauth2/token")
        .then()
        .statusCode(200);
  }

  @Test
  void passesOnWhyThereIsNoToken() {
    USERS.stubFor(
        post("/internal/oauth2/token")
            .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"invalid_client\"}")));
    RestAssured.given()
        .formParam("grant_type", "client_credentials")
        .post("/auth/oauth2/token")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", notNullValue())
        .body("error", equalTo("invalid_client"));
  }

  @Test
  void showsTheKeysOfTokens() {
    RestAssured.get("/auth/oauth2/jwks")
        .then()
        .statusCode(200)
        .header("Cache-Control", "max-age=300")
        .body("keys[0].kty", equalTo("RSA"))
        .body("keys[0].d", equalTo(null));
  }

  @Test
  void tellsABearerWhoItIs() {
    call(token(), "/1.0/auth/details")
        .statusCode(200)
        .body("account", equalTo("fa00001"))
        .body("method", equalTo("oauth2_client_credentials"))
        .body("allowedRoutes[0].path", equalTo("/sms/sms-fa00001-1/*"));
    call(token(), "/1.0/auth/currentCredential").statusCode(403);
  }

  private String token() {
    return KEY.token(client, claims -> claims);
  }

  private static JwtClaimsBuilder expired(JwtClaimsBuilder claims) {
    Instant past = Instant.now().minusSeconds(7200);
    return claims.issuedAt(past).expiresAt(past.plusSeconds(3600));
  }

  private static ValidatableResponse refused(String token) {
    return call(token, OWN)
        .statusCode(401)
        .body("class", equalTo("Client::Unauthorized"))
        .body("message", containsString("You must login first"));
  }

  private static ValidatableResponse call(String token, String path) {
    return RestAssured.given().header("Authorization", "Bearer " + token).get(path).then();
  }
}
