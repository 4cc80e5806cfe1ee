package io.facteur.users;

import static io.restassured.RestAssured.given;

import io.facteur.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The callers of the tests, and what most tests need first. */
public final class Api {

  private static final AtomicInteger CUSTOMERS = new AtomicInteger(1000);

  private Api() {}

  /** The platform's operator. */
  public static RequestSpecification operator() {
    return as(TestTokens.operator());
  }

  /** The gateway in its own name. */
  public static RequestSpecification gateway() {
    return as(TestTokens.gateway());
  }

  /** The owner of an account, calling about it. */
  public static RequestSpecification owner(String serviceName) {
    return as(TestTokens.customer(serviceName));
  }

  /** A customer that no other test uses. */
  public static String newCustomer() {
    String customer = "ut" + CUSTOMERS.incrementAndGet();
    operator()
        .body(Map.of("customer", customer, "name", "Test", "country", "fr"))
        .post("/admin/customers")
        .then()
        .statusCode(200);
    return customer;
  }

  /** The first account of a new customer. */
  public static String newAccount() {
    return operator()
        .body(Map.of("description", "test"))
        .post("/admin/customers/{customer}/accounts", newCustomer())
        .then()
        .statusCode(200)
        .extract()
        .path("serviceName");
  }

  /** The owner of an account, read off its name. */
  public static String customerOf(String serviceName) {
    return serviceName.substring("sms-".length(), serviceName.lastIndexOf('-'));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }
}
