package io.facteur.messaging.job;

import static io.facteur.messaging.stack.Account.job;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.messaging.stack.Account;
import io.facteur.messaging.stack.SimulatorStack;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(SimulatorStack.class)
class SendJobTest extends JobTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  private static long id(io.restassured.response.ValidatableResponse sent) {
    return sent.statusCode(200).extract().jsonPath().getLong("ids[0]");
  }

  @Test
  void submitsWhatItAccepts() {
    var sent = account.send(job("0662000000"));
    sent.body("totalCreditsRemoved", equalTo(1.0f))
        .body("validReceivers", contains("+33662000000"))
        .body("invalidReceivers", empty());
    long id = id(sent);

    await()
        .atMost(SOON)
        .untilAsserted(() -> account.outgoing(id).body("deliveryReceipt", equalTo(8)));
    account
        .outgoing(id)
        .body("ptt", equalTo(3))
        .body("receiver", equalTo("+33662000000"))
        .body("message", equalTo("Bonjour"))
        .body("numberOfSms", equalTo(1))
        .body("credits", equalTo(1.0f));
    account.call().get("/sms/sms-fa00001-1/outgoing").then().body("", hasItem((int) id));
    account.call().get("/sms/sms-fa00001-1/jobs").then().body("", not(hasItem((int) id)));
  }

  @ParameterizedTest
  @CsvSource({"905, 23", "907, 20"})
  void paysBackWhatTheOperatorRefuses(String digits, int ptt) {
    long id = id(account.send(job("+33600000" + digits)));

    await()
        .atMost(SOON)
        .untilAsserted(() -> account.outgoing(id).body("deliveryReceipt", equalTo(16)));
    account.outgoing(id).body("ptt", equalTo(ptt)).body("credits", equalTo(0.0f));
  }

  @Test
  void sendsAgainWhatTheOperatorThrottles() {
    long id = id(account.send(job("+33600000904")));

    await()
        .atMost(SOON)
        .untilAsserted(() -> account.outgoing(id).body("deliveryReceipt", equalTo(8)));
  }

  @Test
  void countsAndShowsTheStopClause() {
    Map<String, Object> job = job("+33600000100");
    job.put("noStopClause", false);
    job.put("message", "a".repeat(150));
    long id = id(account.send(job).body("totalCreditsRemoved", equalTo(2.0f)));

    account
        .outgoing(id)
        .body("message", equalTo("a".repeat(150) + "\nSTOP:36111"))
        .body("messageLength", equalTo(161))
        .body("numberOfSms", equalTo(2));
  }

  @ParameterizedTest
  @CsvSource({"noCredit, 402", "quotaReached, 402", "accountDisabled, 403"})
  void refusesWhatBillingRefuses(String outcome, int status) {
    billing.answers(outcome);

    account.send(job("+33600000100")).statusCode(status).body("message", not(equalTo("")));
  }

  @Test
  void givesUpWhenBillingIsSilent() {
    billing.keepsSilent(true);

    account.send(job("+33600000100")).statusCode(503).header("Retry-After", equalTo("5"));
  }

  @Test
  void cancelsWhatWaits() {
    Map<String, Object> job = job("+33600000100");
    job.put("differedPeriod", 60);
    long id = id(account.send(job));
    account
        .call()
        .get("/sms/sms-fa00001-1/jobs/" + id)
        .then()
        .statusCode(200)
        .body("differedDelivery", equalTo(60));

    account
        .call()
        .delete("/sms/sms-fa00001-1/jobs/" + id)
        .then()
        .statusCode(200)
        .body(equalTo("null"));
    account.call().delete("/sms/sms-fa00001-1/jobs/" + id).then().statusCode(404);
    account.outgoing(id).statusCode(404);
  }

  @Test
  void cannotCancelWhatLeft() {
    long id = id(account.send(job("+33600000100")));
    await()
        .atMost(SOON)
        .untilAsserted(() -> account.outgoing(id).body("deliveryReceipt", equalTo(8)));

    account.call().delete("/sms/sms-fa00001-1/jobs/" + id).then().statusCode(409);
  }

  @Test
  void answersARepeatWithTheFirstAnswer() {
    Map<String, Object> job = job("+33600000100");
    JsonPath first = keyed("order-1", job).statusCode(200).extract().jsonPath();
    JsonPath again = keyed("order-1", job).statusCode(200).extract().jsonPath();
    assertEquals(first.getLong("ids[0]"), again.getLong("ids[0]"));

    job.put("message", "another text");
    keyed("order-1", job).statusCode(409);
  }

  @Test
  void acceptsOneOfManyRequestsUnderOneKey() {
    List<Long> ids =
        IntStream.range(0, 8)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> id(keyed("order-2", job("+33600000100")))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertEquals(1, ids.stream().distinct().count(), () -> "ids " + ids);
  }

  private io.restassured.response.ValidatableResponse keyed(String key, Map<String, Object> job) {
    return account
        .call()
        .header("Idempotency-Key", key)
        .body(job)
        .post("/sms/sms-fa00001-1/jobs")
        .then();
  }

  @Test
  void letsNobodyIntoAnothersAccount() {
    long id = id(account.send(job("+33600000100")));
    Account neighbour = Account.open("sms-fb00001-1");

    neighbour.outgoing(id).statusCode(404);
    neighbour.call().delete("/sms/sms-fb00001-1/jobs/" + id).then().statusCode(404);
    neighbour.call().get("/sms/sms-fa00001-1/outgoing/" + id).then().statusCode(404);
    io.restassured.RestAssured.given().get("/sms/sms-fa00001-1/jobs").then().statusCode(401);
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(TestTokens.forged("sms-fa00001-1"))
        .get("/sms/sms-fa00001-1/jobs")
        .then()
        .statusCode(401);
    neighbour.call().get("/admin/links").then().statusCode(403);
  }

  @Test
  void asksBillingForWhatItTakes() {
    Map<String, Object> job = job("+447911123456");
    account.send(job).statusCode(200).body("totalCreditsRemoved", equalTo(0.5f));

    JsonObject hold = billing.asked().get(billing.asked().size() - 1);
    assertEquals(500L, hold.getLong("amount"));
    assertEquals("sms-fa00001-1", hold.getString("serviceName"));
  }
}
