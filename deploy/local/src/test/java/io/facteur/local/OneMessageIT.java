package io.facteur.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.local.client.Access;
import io.facteur.local.client.ApiClient;
import io.facteur.local.client.ApiRefusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One message, end to end: HTTPS, credits, SMPP, delivery report, through the nine real processes.
 */
class OneMessageIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static Access access;
  private static ApiClient api;
  private static String account;

  @BeforeAll
  static void up() throws Exception {
    LocalStack.run("reset");
    assertEquals(0, LocalStack.run("up").exit());
    access = LocalStack.access();
    api = access.client();
    account = "/sms/" + access.serviceName();
  }

  @AfterAll
  static void down() throws Exception {
    assertEquals(0, LocalStack.run("down").exit());
  }

  @ParameterizedTest
  @CsvSource({
    "+33600000100, 1, 4, 1.0",
    "+33600000905, 16, 23, 0.0",
    "+33600000907, 16, 20, 0.0",
  })
  void endsAsTheOperatorWasTold(String receiver, int dlr, int ptt, double paid) throws Exception {
    double before = credits();
    long id = send(receiver);
    awaitState(id, dlr, ptt);
    await().atMost(LIMIT).until(() -> Math.abs(before - paid - credits()) < 0.0005);
    JsonNode message = api.get(account + "/outgoing/" + id);
    assertEquals(receiver, message.path("receiver").asText());
    assertEquals(access.sender(), message.path("sender").asText());
  }

  @Test
  void takesAKilledServiceUpAgainAndLeavesTheOthersAlone() throws Exception {
    long gateway = LocalStack.pid("gateway");
    long billing = LocalStack.pid("billing-service");
    LocalStack.kill("billing-service");
    var status = LocalStack.run("status");
    assertEquals(1, status.exit());
    assertTrue(status.output().matches("(?s).*billing-service +died.*"), status.output());

    assertEquals(0, LocalStack.run("up").exit());

    assertEquals(gateway, LocalStack.pid("gateway"));
    assertNotEquals(billing, LocalStack.pid("billing-service"));
    assertEquals(0, LocalStack.run("status").exit());
    double before = credits();
    awaitState(send("+33600000101"), 1, 4);
    assertEquals(before - 1, credits(), 0.0005);
  }

  @Test
  void opensOneAccountToTheRestrictedCredential() throws Exception {
    ApiClient restricted = api.as(access.restricted());
    assertEquals(access.serviceName(), restricted.get("/sms").path(0).asText());
    assertEquals(1, restricted.get("/sms").size());
    restricted.get(account);
    for (String other : List.of(access.otherServiceName(), access.foreignServiceName())) {
      var refusal = assertThrows(ApiRefusal.class, () -> restricted.get("/sms/" + other));
      assertEquals(403, refusal.status());
    }
  }

  private static long send(String receiver) throws IOException {
    var job =
        Map.of(
            "message",
            "Hello from a test",
            "receivers",
            List.of(receiver),
            "sender",
            access.sender(),
            "noStopClause",
            true);
    JsonNode answer = api.post(account + "/jobs", job);
    assertEquals(1, answer.path("ids").size(), answer.toString());
    return answer.path("ids").get(0).asLong();
  }

  private static void awaitState(long id, int dlr, int ptt) {
    String expected = dlr + "/" + ptt;
    await().atMost(LIMIT).until(() -> state(id), expected::equals);
  }

  private static String state(long id) throws IOException {
    JsonNode message = api.get(account + "/outgoing/" + id);
    return message.path("deliveryReceipt").asInt() + "/" + message.path("ptt").asInt();
  }

  private static double credits() throws IOException {
    return api.get(account).path("creditsLeft").asDouble();
  }
}
