package io.facteur.users.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.ReceivedEvent;
import io.facteur.users.Api;
import io.facteur.users.Contract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class AccountEventsTest {

  private static final String OPENED = "facteur.users.account.opened.v1";
  private static final String CHANGED = "facteur.users.account.changed.v1";
  private static final String CLOSED = "facteur.users.account.closed.v1";

  @Test
  void tellsTheLifeOfAnAccountAsTheExamplesDo() {
    String name = Api.newAccount();
    ReceivedEvent opened = Contract.await(OPENED, "serviceName", name);
    assertEquals("facteur/users", opened.source());
    assertTrue(opened.durable());
    assertEquals(exampleFor(OPENED, name), Contract.read(opened.json()));

    Api.owner(name)
        .body(
            "{\"callBack\":\"https://example.org/dlr\","
                + "\"stopCallBack\":\"https://example.org/stop\"}")
        .put("/sms/{name}", name)
        .then()
        .statusCode(200);
    assertEquals(
        exampleFor(CHANGED, name),
        Contract.read(Contract.await(CHANGED, "serviceName", name).json()));

    Api.operator()
        .delete("/admin/customers/{customer}/accounts/{name}", Api.customerOf(name), name)
        .then()
        .statusCode(200);
    assertEquals(
        exampleFor(CLOSED, name),
        Contract.read(Contract.await(CLOSED, "serviceName", name).json()));
  }

  @Test
  void tellsNothingOfAChangeThatIsNone() {
    String name = Api.newAccount();
    Api.owner(name).body("{\"callBack\":null}").put("/sms/{name}", name).then().statusCode(200);
    Api.owner(name)
        .body("{\"description\":\"now\"}")
        .put("/sms/{name}", name)
        .then()
        .statusCode(200);
    ReceivedEvent first = Contract.await(CHANGED, "serviceName", name);
    assertEquals(2, Contract.read(first.json()).get("version"));
  }

  private static Map<String, Object> exampleFor(String type, String name) {
    Map<String, Object> body = new HashMap<>(Contract.example(type));
    body.put("serviceName", name);
    body.put("customer", Api.customerOf(name));
    return body;
  }
}
