package io.facteur.dlr.callback;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.facteur.dlr.ptt.DeliveryState;
import io.facteur.dlr.settings.Secret;
import io.facteur.testkit.FacteurStack;
import io.facteur.testkit.TestBroker;
import io.facteur.testkit.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls to customers' hosts, from a change of a message to the host's answer. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class CallbacksTest {

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");
  private static final AtomicLong IDS = new AtomicLong(5_000_000);

  private static WireMockServer host;
  private static WireMockServer slowHost;

  @Inject Callbacks callbacks;
  @Inject InstanceTable instances;
  @Inject InstanceLease lease;
  @Inject Rows rows;

  private final String account = "sms-fa" + IDS.incrementAndGet() + "-1";
  private final String path = "/" + account;

  @BeforeAll
  static void startHosts() {
    host = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    slowHost = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    host.start();
    slowHost.start();
  }

  @AfterAll
  static void stopHosts() {
    host.stop();
    slowHost.stop();
  }

  @Test
  void callsBackWithTheParametersOfTheReference() {
    answer(aResponse().withStatus(204));
    settings(1, url() + "?mine=1");
    long id = changed(1, new DeliveryState(2, 24), 1);

    LoggedRequest call = calls(1).get(0);
    assertEquals(
        path
            + "?mine=1&id="
            + id
            + "&ptt=24&date=2026-03-01T10%3A15%3A30Z&description=2&descriptionDlr=Failed&dlr=2",
        call.getUrl());
    awaitNoRows();
  }

  @Test
  void signsWithTheSecretOfTheAccount() {
    answer(aResponse());
    settings(1, url());
    String before = secret("GET", "secret");
    String after = secret("POST", "secret");
    assertEquals(before, secret("GET", "previous"));
    changed(1, DeliveryState.DELIVERED, 1);

    LoggedRequest call = calls(1).get(0);
    Instant time = Instant.ofEpochSecond(Long.parseLong(call.getHeader("webhook-timestamp")));
    assertTrue(time.isAfter(Instant.now().minusSeconds(60)));
    assertEquals(
        Signature.headers(
            call.getHeader("webhook-id"),
            time,
            URI.create(call.getUrl()).getRawQuery(),
            List.of(new Secret(after), new Secret(before))),
        Signature.headers(call.getHeader("webhook-id"), time, "", List.of(new Secret(after)))
            .entrySet()
            .stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    java.util.Map.Entry::getKey, each -> call.getHeader(each.getKey()))));
  }

  @Test
  void triesAgainUntilTheHostAnswersWithSuccess() {
    answers(aResponse().withStatus(500), aResponse().withStatus(302), aResponse());
    settings(1, url());
    changed(1, DeliveryState.DELIVERED, 1);

    List<LoggedRequest> calls = calls(3);
    assertEquals(1, calls.stream().map(call -> call.getHeader("webhook-id")).distinct().count());
    awaitNoRows();
  }

  @Test
  void givesUpAtTheEndOfTheScheduleAndReplaysOnDemand() {
    answers(
        aResponse().withStatus(404),
        aResponse().withStatus(404),
        aResponse().withStatus(404),
        aResponse());
    settings(1, url());
    long id = changed(1, DeliveryState.DELIVERED, 1);
    awaitState("dead");

    operator()
        .queryParam("account", account)
        .get("/admin/callbacks?state=dead")
        .then()
        .statusCode(200)
        .body("[0].id", equalTo(id + "-1"))
        .body("[0].attempts", equalTo(3))
        .body("[0].problem", equalTo("answered with the status 404"));
    operator()
        .post("/admin/callbacks/" + id + "-1/replay")
        .then()
        .statusCode(200)
        .body("state", equalTo("due"));
    calls(4);
    awaitNoRows();
    operator().post("/admin/callbacks/" + id + "-1/replay").then().statusCode(404);
  }

  @Test
  void refusesToReplayWhatIsNotGivenUpOrUnknown() {
    long id = changed(1, DeliveryState.DELIVERED, 1);
    operator().post("/admin/callbacks/" + id + "-1/replay").then().statusCode(409);
    operator().post("/admin/callbacks/nonsense/replay").then().statusCode(404);
    operator()
        .get("/admin/callbacks?state=other")
        .then()
        .statusCode(400)
        .body("message", startsWith("state "));
    given()
        .auth()
        .oauth2(TestTokens.customer(account))
        .get("/admin/callbacks")
        .then()
        .statusCode(403);
    given().get("/admin/callbacks").then().statusCode(401);
  }

  @Test
  void stopsCallingAUrlThatIsGoneUntilTheSettingsChange() {
    answers(aResponse().withStatus(410), aResponse());
    settings(1, url());
    changed(1, DeliveryState.DELIVERED, 1);
    awaitState("dead");
    changed(1, DeliveryState.DELIVERED, 1);
    assertEquals(1, rows.count(account));

    settings(2, url());
    awaitVersion(2);
    changed(1, DeliveryState.DELIVERED, 2);
    calls(2);
  }

  @Test
  void waitsAsLongAsTheHostAsks() {
    answers(aResponse().withStatus(503).withHeader("Retry-After", "3"), aResponse());
    settings(1, url());
    changed(1, DeliveryState.DELIVERED, 1);

    List<LoggedRequest> calls = calls(2);
    long pause =
        Duration.between(
                calls.get(0).getLoggedDate().toInstant(), calls.get(1).getLoggedDate().toInstant())
            .toMillis();
    assertTrue(pause >= 2_900, () -> pause + " ms");
  }

  @Test
  void waitsForTheSettingsThatTheMessageWasAcceptedWith() {
    answer(aResponse());
    settings(1, "http://127.0.0.1:1/old");
    awaitVersion(1);
    long id = changed(1, DeliveryState.DELIVERED, 2);
    awaitState("waiting");
    settings(2, url());

    assertTrue(calls(1).get(0).getUrl().contains("id=" + id));
  }

  @Test
  void callsNobodyWhereNoUrlIsSet() {
    changed(1, DeliveryState.DELIVERED, 1);
    awaitState("waiting");
    settings(1, "");
    awaitNoRows();
    changed(1, DeliveryState.DELIVERED, 1);
    assertEquals(0, rows.count(account));
  }

  @Test
  void ignoresSettingsOlderThanThoseKnown() {
    settings(3, url());
    awaitVersion(3);
    settings(2, "http://127.0.0.1:1/older");
    event("closed", 5, null);
    awaitVersion(5);
    settings(4, url());
    changed(1, DeliveryState.DELIVERED, 5);
    assertEquals(0, rows.count(account));
  }

  @Test
  void tellsAPassingStateAndThenTheEnd() {
    answer(aResponse());
    settings(1, url());
    awaitVersion(1);
    long id = changed(1, DeliveryState.retrying(1), 1);
    changed(id, 2, DeliveryState.DELIVERED, 1);

    List<String> states =
        calls(2).stream().map(call -> call.queryParameter("dlr").firstValue()).sorted().toList();
    assertEquals(List.of("1", "4"), states);
  }

  @Test
  void skipsPassingStatesWhileACallAboutTheMessageWaitsForItsRetry() {
    answers(aResponse().withStatus(503).withHeader("Retry-After", "60"), aResponse());
    settings(1, url());
    awaitVersion(1);
    long id = changed(1, DeliveryState.retrying(1), 1);
    await().atMost(LIMIT).until(() -> rows.attempts(account) == 1);
    changed(id, 2, DeliveryState.retrying(2), 1);
    assertEquals(1, rows.count(account));
    changed(id, 3, DeliveryState.DELIVERED, 1);

    assertEquals("1", calls(2).get(1).queryParameter("dlr").firstValue());
    awaitNoRows();
  }

  @Test
  void letsASlowHostDelayNobodyElse() {
    slowHost.stubFor(get(urlPathEqualTo(path)).willReturn(aResponse().withFixedDelay(5_000)));
    String other = account + "0";
    host.stubFor(get(urlPathEqualTo("/" + other)).willReturn(aResponse()));
    settings(1, "http://127.0.0.1:" + slowHost.port() + path);
    event(other, "opened", 1, "http://127.0.0.1:" + host.port() + "/" + other);
    awaitVersion(1);
    await().atMost(LIMIT).until(() -> rows.version(other) == 1);
    List<CallbackRequest> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      many.add(request(IDS.incrementAndGet(), 1, DeliveryState.DELIVERED, account, 1));
    }
    request(many);
    Instant start = Instant.now();
    request(List.of(request(IDS.incrementAndGet(), 1, DeliveryState.DELIVERED, other, 1)));

    await()
        .atMost(LIMIT)
        .until(() -> !host.findAll(getRequestedFor(urlPathEqualTo("/" + other))).isEmpty());
    assertTrue(Duration.between(start, Instant.now()).toMillis() < 2_000);
    rows.deleteAll(account);
  }

  @Test
  void callsNoAddressOfTheHouse() {
    settings(1, "http://169.254.169.254/latest/meta-data");
    changed(1, DeliveryState.DELIVERED, 1);
    awaitState("dead");

    operator()
        .queryParam("account", account)
        .get("/admin/callbacks?state=dead")
        .then()
        .body("[0].problem", equalTo("the address of 169.254.169.254 is not allowed"));
  }

  @Test
  void keepsACallThatCanNotBeMade() {
    settings(1, "not a url");
    changed(1, DeliveryState.DELIVERED, 1);
    awaitState("dead");
  }

  @Test
  void makesTheCallsOfAnInstanceThatIsGone() {
    answer(aResponse());
    settings(1, url());
    awaitVersion(1);
    long dead = QuarkusTransaction.requiringNew().call(() -> instances.begin("gone"));
    rows.insertClaimed(account, url(), "http://127.0.0.1:" + host.port(), dead);
    assertEquals(0, (int) QuarkusTransaction.requiringNew().call(instances::endStale));
    rows.age(dead);
    assertEquals(1, (int) QuarkusTransaction.requiringNew().call(instances::endStale));

    calls(1);
    awaitNoRows();
  }

  @Test
  void takesBackItsOwnCallsWhenItStartsAgain() {
    answer(aResponse());
    settings(1, url());
    awaitVersion(1);
    long before = QuarkusTransaction.requiringNew().call(() -> instances.begin("again"));
    rows.insertClaimed(account, url(), "http://127.0.0.1:" + host.port(), before);
    long after = QuarkusTransaction.requiringNew().call(() -> instances.begin("again"));
    assertEquals(
        1, (int) QuarkusTransaction.requiringNew().call(() -> instances.endOlder("again", after)));

    calls(1);
    awaitNoRows();
    assertTrue(lease.isFresh());
  }

  private String url() {
    return "http://127.0.0.1:" + host.port() + path;
  }

  private void answer(ResponseDefinitionBuilder answer) {
    host.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
  }

  /** One answer after the other; the last again and again. */
  private void answers(ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      ScenarioMappingBuilder stub =
          get(urlPathEqualTo(path))
              .inScenario(account)
              .whenScenarioStateIs(i == 0 ? STARTED : "answer " + i)
              .willReturn(answers[i]);
      host.stubFor(i + 1 < answers.length ? stub.willSetStateTo("answer " + (i + 1)) : stub);
    }
  }

  private void settings(long version, String callBack) {
    event(version == 1 ? "opened" : "changed", version, callBack);
  }

  private void event(String fact, long version, String callBack) {
    event(account, fact, version, callBack);
  }

  private static void event(String account, String fact, long version, String callBack) {
    String value = callBack == null ? "null" : "\"" + callBack + "\"";
    TestBroker.send(
        "facteur.users.events",
        "facteur.users.account." + fact + ".v1",
        UUID.randomUUID().toString(),
        "{\"serviceName\":\""
            + account
            + "\",\"version\":"
            + version
            + ",\"customer\":\"fa00001\",\"country\":\"fr\",\"status\":\"enable\",\"callBack\":"
            + value
            + ",\"stopCallBack\":null}");
  }

  private long changed(int change, DeliveryState state, long version) {
    return changed(IDS.incrementAndGet(), change, state, version);
  }

  private long changed(long messageId, int change, DeliveryState state, long version) {
    request(List.of(request(messageId, change, state, account, version)));
    return messageId;
  }

  private static CallbackRequest request(
      long messageId, int change, DeliveryState state, String account, long version) {
    return new CallbackRequest(messageId, change, account, version, state, AT);
  }

  private void request(List<CallbackRequest> requests) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              callbacks.request(requests);
              return null;
            });
  }

  private List<LoggedRequest> calls(int count) {
    await().atMost(LIMIT).until(() -> requests().size() >= count);
    assertEquals(count, requests().size());
    return requests();
  }

  private List<LoggedRequest> requests() {
    return host.findAll(getRequestedFor(urlPathEqualTo(path))).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .toList();
  }

  private void awaitState(String state) {
    await().atMost(LIMIT).until(() -> rows.count(account, state) == 1);
  }

  private void awaitNoRows() {
    await().atMost(LIMIT).until(() -> rows.count(account) == 0);
  }

  private void awaitVersion(long version) {
    await().atMost(LIMIT).until(() -> rows.version(account) == version);
  }

  private static io.restassured.specification.RequestSpecification operator() {
    return given().auth().oauth2(TestTokens.operator());
  }

  private String secret(String method, String field) {
    String found =
        given()
            .auth()
            .oauth2(TestTokens.customer(account))
            .request(method, "/sms/" + account + "/callbackSecret")
            .then()
            .statusCode(200)
            .extract()
            .path(field);
    assertTrue(Stream.of(found).allMatch(text -> text == null || text.startsWith("whsec_")));
    return found;
  }
}
