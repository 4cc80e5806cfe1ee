package io.facteur.users.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.testkit.FacteurStack;
import io.facteur.users.Api;
import io.facteur.users.AtOnce;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
class AccountOpeningTest {

  private static final String ACCOUNTS = "/admin/customers/{customer}/accounts";

  @Test
  void numbersAccountsFromOne() {
    String customer = Api.newCustomer();
    open(customer, "{\"description\":\"shop\"}")
        .statusCode(200)
        .body("serviceName", equalTo("sms-" + customer + "-1"))
        .body("customer", equalTo(customer))
        .body("settingsVersion", equalTo(1))
        .body("status", equalTo("enable"))
        .body("description", equalTo("shop"));
    open(customer, "{}").body("serviceName", equalTo("sms-" + customer + "-2"));
    Api.operator()
        .get(ACCOUNTS, customer)
        .then()
        .statusCode(200)
        .body("$", contains("sms-" + customer + "-1", "sms-" + customer + "-2"));
  }

  @Test
  void neverGivesANumberTwiceToTwoAtOnce() throws Exception {
    String customer = Api.newCustomer();
    List<String> names =
        AtOnce.call(10, () -> open(customer, "{}").statusCode(200).extract().path("serviceName"));
    Set<String> expected =
        IntStream.rangeClosed(1, 10)
            .mapToObj(n -> "sms-" + customer + "-" + n)
            .collect(Collectors.toSet());
    assertEquals(expected, Set.copyOf(names));
  }

  @Test
  void opensAnAccountOfAChosenNameOnce() throws Exception {
    String customer = Api.newCustomer();
    String body = "{\"serviceName\":\"sms-" + customer + "-3\",\"description\":\"third\"}";
    List<Integer> versions =
        AtOnce.call(
            6, () -> open(customer, body).statusCode(200).extract().path("settingsVersion"));
    assertEquals(Set.of(1), Set.copyOf(versions));
    open(customer, "{}").body("serviceName", equalTo("sms-" + customer + "-4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sms-zz1-1", "sms-CUSTOMER-0", "sms-CUSTOMER-x", "sms-CUSTOMER-9999999999", "x"})
  void refusesNamesOfAnotherForm(String name) {
    String customer = Api.newCustomer();
    open(customer, "{\"serviceName\":\"" + name.replace("CUSTOMER", customer) + "\"}")
        .statusCode(400)
        .body("message", startsWith("serviceName must be sms-" + customer + "-"));
  }

  @Test
  void refusesWrongDescriptions() {
    String customer = Api.newCustomer();
    open(customer, "{\"description\":\"" + "d".repeat(256) + "\"}")
        .statusCode(400)
        .body("message", startsWith("description must have at most 255 characters"));
    open(customer, "{\"description\":[]}")
        .statusCode(400)
        .body("message", startsWith("description must be a text"));
  }

  @Test
  void needsACustomer() {
    open("zz99999999", "{}").statusCode(404).body("class", equalTo("Client::ObjectNotFound"));
    Api.operator().get(ACCOUNTS, "zz99999999").then().statusCode(404);
  }

  @Test
  void disablesEnablesAndClosesForGood() {
    String name = Api.newAccount();
    String customer = Api.customerOf(name);
    String account = ACCOUNTS + "/{account}";
    Api.operator()
        .body("{\"status\":\"disable\"}")
        .put(account, customer, name)
        .then()
        .statusCode(200)
        .body("status", equalTo("disable"))
        .body("settingsVersion", equalTo(2));
    Api.operator()
        .body("{\"status\":\"asleep\"}")
        .put(account, customer, name)
        .then()
        .statusCode(400)
        .body("message", startsWith("status must be one of"));
    Api.operator().body("{}").put(account, customer, name).then().statusCode(400);
    Api.operator().delete(account, customer, name).then().statusCode(200).body(equalTo("null"));
    Api.operator().delete(account, customer, name).then().statusCode(404);
    Api.owner(name).get("/sms/{name}", name).then().statusCode(404);
    Api.gateway().get("/internal/accounts/{name}", name).then().statusCode(404);
    open(customer, "{\"serviceName\":\"" + name + "\"}").statusCode(409);
    open(customer, "{}").body("serviceName", equalTo("sms-" + customer + "-2"));
  }

  @Test
  void closesOnlyThroughItsOwnCustomer() {
    String name = Api.newAccount();
    Api.operator().delete(ACCOUNTS + "/{account}", Api.newCustomer(), name).then().statusCode(404);
  }

  @Test
  void tellsTheGatewayWhoseAccountItIs() {
    String name = Api.newAccount();
    Api.gateway()
        .get("/internal/accounts/{name}", name)
        .then()
        .statusCode(200)
        .body("serviceName", equalTo(name))
        .body("customer", equalTo(Api.customerOf(name)))
        .body("settingsVersion", equalTo(1))
        .body("status", equalTo("enable"));
    for (String none : List.of("sms-zz99999999-1", "x", "%00", "sms-fa1-0")) {
      Api.gateway().get("/internal/accounts/{name}", none).then().statusCode(404);
    }
    Api.owner(name).get("/internal/accounts/{name}", name).then().statusCode(403);
  }

  private static ValidatableResponse open(String customer, String body) {
    return Api.operator().body(body).post(ACCOUNTS, customer).then();
  }
}
