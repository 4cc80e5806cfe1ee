package io.facteur.messaging.stack;

import static io.restassured.RestAssured.given;

import io.facteur.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** One SMS account of the tests, with a sender, and an operator that carries its messages. */
public record Account(String serviceName) {

  public static final String SENDER = "Facteur";

  /** A job that is right, to one receiver; may be changed. */
  public static Map<String, Object> job(String receiver) {
    return new HashMap<>(
        Map.of(
            "message",
            "Bonjour",
            "receivers",
            List.of(receiver),
            "sender",
            SENDER,
            "noStopClause",
            true));
  }

  /** Ready to send. */
  public static Account open(String serviceName) {
    int port = ConfigProvider.getConfig().getValue("test.smpp.port", Integer.class);
    given()
        .auth()
        .oauth2(TestTokens.operator())
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "name",
                "main",
                "host",
                "127.0.0.1",
                "port",
                port,
                "systemId",
                "facteur",
                "password",
                "secret",
                "window",
                100))
        .post("/admin/links")
        .then()
        .statusCode(200);
    Account account = new Account(serviceName);
    account
        .call()
        .body(Map.of("sender", SENDER))
        .post("/sms/" + serviceName + "/senders")
        .then()
        .statusCode(200);
    return account;
  }

  public RequestSpecification call() {
    return given().auth().oauth2(TestTokens.customer(serviceName)).contentType(ContentType.JSON);
  }

  public ValidatableResponse send(Map<String, Object> job) {
    return call().body(job).post("/sms/" + serviceName + "/jobs").then();
  }

  public ValidatableResponse outgoing(long id) {
    return call().get("/sms/" + serviceName + "/outgoing/" + id).then();
  }
}
