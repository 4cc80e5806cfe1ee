package io.facteur.users.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.facteur.users.Contract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class CredentialEventsTest {

  private static final String REVOKED = "facteur.users.credential.revoked.v1";

  @Test
  void tellsThatACredentialIsRevokedAsTheExampleDoes() {
    Map<String, String> keys =
        Api.operator()
            .body("{\"application\":\"a\",\"rules\":[{\"method\":\"GET\",\"path\":\"/sms\"}]}")
            .post("/admin/customers/{customer}/credentials", Api.newCustomer())
            .path("$");
    String consumerKey = keys.get("consumerKey");
    Api.operator().delete("/admin/credentials/{key}", consumerKey).then().statusCode(200);
    Map<String, Object> expected = new HashMap<>(Contract.example(REVOKED));
    expected.put("applicationKey", keys.get("applicationKey"));
    expected.put("consumerKey", consumerKey);
    assertEquals(
        expected, Contract.read(Contract.await(REVOKED, "consumerKey", consumerKey).json()));
  }
}
