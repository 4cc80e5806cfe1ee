package io.facteur.users.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.facteur.users.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class AccountResourceTest {

  @Test
  void listsTheAccountsOfTheCaller() {
    String name = Api.newAccount();
    Api.owner(name).get("/sms").then().statusCode(200).body("$", contains(name));
    Api.owner("sms-zz99999999-1").get("/sms").then().statusCode(200).body("$", empty());
  }

  @Test
  void showsEveryFieldButTheCredits() {
    String name = Api.newAccount();
    Map<String, Object> account =
        Api.owner(name).get("/sms/{name}", name).then().statusCode(200).extract().path("$");
    assertEquals(
        Set.of(
            "automaticRecreditAmount",
            "callBack",
            "channel",
            "creditThresholdForAutomaticRecredit",
            "description",
            "name",
            "smpp",
            "smsResponse",
            "status",
            "stopCallBack",
            "templates"),
        account.keySet());
    Api.owner(name)
        .get("/sms/{name}", name)
        .then()
        .body("name", equalTo(name))
        .body("status", equalTo("enable"))
        .body("channel", equalTo("both"))
        .body("smpp", equalTo(false))
        .body("callBack", nullValue())
        .body("smsResponse.responseType", equalTo("none"))
        .body("templates.customizedSmsMode", equalTo(false));
  }

  @Test
  void changesWhatTheBodyNames() {
    String name = Api.newAccount();
    put(name, "{\"callBack\":\"https://example.org/dlr\",\"creditsLeft\":5,\"name\":\"x\"}")
        .statusCode(200)
        .body(equalTo("null"));
    put(name, "{\"smsResponse\":{\"responseType\":\"text\",\"text\":\"Merci\"}}").statusCode(200);
    Api.owner(name)
        .get("/sms/{name}", name)
        .then()
        .body("callBack", equalTo("https://example.org/dlr"))
        .body("description", equalTo("test"))
        .body("name", equalTo(name))
        .body("smsResponse.text", equalTo("Merci"));
    assertEquals(3, version(name));
  }

  @Test
  void countsARepeatAsNoChange() {
    String name = Api.newAccount();
    String body = "{\"stopCallBack\":\"https://example.org/stop\"}";
    put(name, body).statusCode(200);
    put(name, body).statusCode(200);
    put(name, "{}").statusCode(200);
    assertEquals(2, version(name));
  }

  @Test
  void countsEachOfManyChangesAtOnce() throws Exception {
    String name = Api.newAccount();
    AtomicInteger number = new AtomicInteger();
    AtOnce.call(
        8,
        () ->
            put(name, "{\"callBack\":\"https://example.org/" + number.incrementAndGet() + "\"}")
                .statusCode(200));
    assertEquals(9, version(name));
  }

  @Test
  void namesWhatIsWrong() {
    String name = Api.newAccount();
    refused(name, "{\"callBack\":\"ftp://example.org\"}", "callBack must start with http://");
    refused(name, "{\"callBack\":[]}", "callBack must be a text");
    refused(name, "[]", "The body must be a JSON object");
    refused(name, "", "The body must be a JSON object");
    refused(name, "{\"callBack\":", "The body is not valid JSON");
    assertEquals(1, version(name));
  }

  @Test
  void hidesAccountsOfOthers() {
    String name = Api.newAccount();
    String other = Api.newAccount();
    String none = "sms-zz99999999-1";
    String message =
        Api.owner(name).get("/sms/{name}", other).then().statusCode(404).extract().path("message");
    assertEquals("The requested object (serviceName = " + other + ") does not exist", message);
    Api.owner(none)
        .get("/sms/{name}", none)
        .then()
        .statusCode(404)
        .body("message", equalTo(message.replace(other, none)));
    Api.owner(name).body("{}").put("/sms/{name}", other).then().statusCode(404);
  }

  @Test
  void wantsACustomersToken() {
    given().get("/sms").then().statusCode(401).body("class", equalTo("Client::Unauthorized"));
    Api.operator().get("/sms").then().statusCode(403);
    Api.gateway().get("/sms").then().statusCode(403);
  }

  private static void refused(String name, String body, String message) {
    put(name, body)
        .statusCode(400)
        .body("class", equalTo("Client::BadRequest"))
        .body("message", startsWith(message));
  }

  private static ValidatableResponse put(String name, String body) {
    return Api.owner(name).body(body).put("/sms/{name}", name).then();
  }

  private static int version(String name) {
    return Api.gateway().get("/internal/accounts/{name}", name).path("settingsVersion");
  }
}
