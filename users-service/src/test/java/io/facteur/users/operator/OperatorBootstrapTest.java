package io.facteur.users.operator;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.facteur.users.AtOnce;
import io.facteur.users.credential.ApplicationKeys;
import io.facteur.users.credential.OperatorCredential;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class OperatorBootstrapTest {

  @Inject OperatorCredential credential;
  @Inject OperatorConfig config;

  @Test
  void makesTheConfiguredCredentialAtStart() {
    resolve(config.applicationKey().orElseThrow(), config.consumerKey().orElseThrow())
        .body("operator", equalTo(true))
        .body("customer", equalTo("facteur"))
        .body("state", equalTo("validated"))
        .body("applicationSecret", equalTo(config.applicationSecret().orElseThrow()))
        .body("rules.method", contains("GET", "POST", "PUT", "DELETE"))
        .body("rules.path", contains("/*", "/*", "/*", "/*"));
  }

  @Test
  void makesItOnceForReplicasThatStartTogether() throws Exception {
    ApplicationKeys keys = new ApplicationKeys("replicaOperator1", "replicaSecret");
    assertEquals(
        List.of(true, true, true, true),
        AtOnce.call(4, () -> credential.ensure(keys, "replicaConsumer")));
  }

  @Test
  void takesAChangedSecret() {
    credential.ensure(new ApplicationKeys("rotatedOperator1", "firstSecret"), "rotatedConsumer");
    credential.ensure(new ApplicationKeys("rotatedOperator1", "secondSecret"), "rotatedConsumer");
    resolve("rotatedOperator1", "rotatedConsumer")
        .body("applicationSecret", equalTo("secondSecret"));
  }

  @Test
  void leavesARevokedOneRevoked() {
    ApplicationKeys keys = new ApplicationKeys("revokedOperator1", "revokedSecret");
    credential.ensure(keys, "revokedConsumer");
    Api.operator().delete("/admin/credentials/revokedConsumer").then().statusCode(200);
    assertEquals(false, credential.ensure(keys, "revokedConsumer"));
  }

  @Test
  void refusesKeysOfCustomers() {
    Map<String, String> issued =
        Api.operator()
            .body("{\"application\":\"a\",\"rules\":[{\"method\":\"GET\",\"path\":\"/sms\"}]}")
            .post("/admin/customers/{customer}/credentials", Api.newCustomer())
            .path("$");
    ApplicationKeys taken = new ApplicationKeys(issued.get("applicationKey"), "anySecret");
    assertThrows(IllegalStateException.class, () -> credential.ensure(taken, "anyConsumerKey"));
    ApplicationKeys own = new ApplicationKeys("takenOperator001", "anySecret");
    assertThrows(
        IllegalStateException.class, () -> credential.ensure(own, issued.get("consumerKey")));
  }

  private static ValidatableResponse resolve(String key, String consumer) {
    return Api.gateway()
        .body(Map.of("applicationKey", key, "consumerKey", consumer))
        .post("/internal/credentials/resolve")
        .then()
        .statusCode(200);
  }
}
