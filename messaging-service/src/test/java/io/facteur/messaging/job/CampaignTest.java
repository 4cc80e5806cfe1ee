package io.facteur.messaging.job;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.facteur.messaging.stack.FileHost;
import io.facteur.messaging.stack.SimulatorStack;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(SimulatorStack.class)
@WithTestResource(FileHost.class)
class CampaignTest extends JobTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String CONTACTS =
      """
      Numero ;nom ;prenom ;adresse
      0662000100 ;Durant ;Pierre ;xx rue montaigne Paris
      0662000101 ;Dupont ;Jean ;xx rue montaigne Paris
      """;

  private static Map<String, Object> job(String message) {
    return new HashMap<>(Map.of("message", message, "sender", "Facteur", "noStopClause", true));
  }

  private static Map<String, Object> document(String message, String content) {
    Map<String, Object> job = job(message);
    job.put("receiversDocumentUrl", FileHost.put("/contacts.csv", content));
    return job;
  }

  private void load(int slotId, String content, boolean autoUpdate) {
    account
        .call()
        .body(
            Map.of(
                "slotId",
                slotId,
                "csvUrl",
                FileHost.put("/slot" + slotId, content),
                "autoUpdate",
                autoUpdate))
        .post("/sms/sms-fa00001-1/receivers")
        .then()
        .statusCode(200);
  }

  @Test
  void mergesTheCookbooksFile() {
    JsonPath sent =
        account
            .send(document("Bonjour #prenom# #NOM#, livré : #Adresse#. N° #1", CONTACTS))
            .statusCode(200)
            .body("validReceivers", contains("+33662000100", "+33662000101"))
            .body("totalCreditsRemoved", equalTo(2.0f))
            .extract()
            .jsonPath();

    account
        .outgoing(sent.getLong("ids[0]"))
        .body("message", equalTo("Bonjour Pierre Durant, livré : xx rue montaigne Paris. N° #1"))
        .body("receiver", equalTo("+33662000100"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> account.outgoing(sent.getLong("ids[1]")).body("deliveryReceipt", equalTo(8)));
  }

  @Test
  void chargesEachMergedTextForItsOwnSegments() {
    String contacts = "number;a\n0662000100;short\n0662000101;" + "x".repeat(160) + "\n";

    JsonPath sent =
        account
            .send(document("Text #a#", contacts))
            .statusCode(200)
            .body("totalCreditsRemoved", equalTo(3.0f))
            .extract()
            .jsonPath();

    account.outgoing(sent.getLong("ids[1]")).body("numberOfSms", equalTo(2));
    assertEquals(3_000L, billing.asked().get(billing.asked().size() - 1).getLong("amount"));
  }

  @Test
  void sendsToTheUnionOfReceiversSlotAndDocument() {
    load(5, "phone,name\n0662000101,Anne\nbad,B\n0662000102,Luc\n", false);
    Map<String, Object> job =
        document("Hi #name#!", "mobile;name\n0662000102;Max\n12;Y\n0662000103;Eve\n");
    job.put("receivers", List.of("+33662000100", "0662000101", "nobody"));
    job.put("receiversSlotId", "5");

    JsonPath sent =
        account
            .send(job)
            .statusCode(200)
            .body(
                "validReceivers",
                contains("+33662000100", "+33662000101", "+33662000102", "+33662000103"))
            .body("invalidReceivers", contains("nobody", "slot 5, line 3: bad", "line 3: 12"))
            .extract()
            .jsonPath();

    List<String> texts =
        sent.getList("ids", Long.class).stream()
            .map(id -> account.outgoing(id).extract().jsonPath().getString("message"))
            .toList();
    assertEquals(List.of("Hi !", "Hi Anne!", "Hi Luc!", "Hi Eve!"), texts);
  }

  @Test
  void readsASlotAgainThatUpdatesItself() {
    load(6, "0662000101\n", true);
    FileHost.put("/slot6", "0662000102\n0662000103\n");
    Map<String, Object> job = job("Hi");
    job.put("receiversSlotId", 6);

    account.send(job).statusCode(200).body("ids", hasSize(2));
  }

  @Test
  void leavesWordsAloneWhenTheFileHasNoHeader() {
    JsonPath sent =
        account
            .send(document("Hi #name#", "0662000100;Anne\n"))
            .statusCode(200)
            .extract()
            .jsonPath();

    account.outgoing(sent.getLong("ids[0]")).body("message", equalTo("Hi #name#"));
  }

  @Test
  void refusesAWordThatIsNoColumnAndListsThem() {
    account
        .send(document("Hi #nope#", CONTACTS))
        .statusCode(400)
        .body("message", containsString("#nope#"))
        .body("message", containsString("Numero, nom, prenom, adresse"));
  }

  @Test
  void addsTheStopClauseToMergedTexts() {
    Map<String, Object> job = document("Hi #nom#", CONTACTS);
    job.put("noStopClause", false);

    JsonPath sent = account.send(job).statusCode(200).extract().jsonPath();

    account
        .outgoing(sent.getLong("ids[1]"))
        .body("message", equalTo("Hi Dupont\nSTOP:36111"))
        .body("messageLength", equalTo(20));
  }

  @Test
  void namesTheReceiverWhoseTextIsTooLong() {
    account
        .send(document("Hi #a#", "number;a\n0662000100;x\n0662000101;" + "y".repeat(918) + "\n"))
        .statusCode(400)
        .body("message", containsString("+33662000101"));
  }

  @Test
  void reportsWrongRowsAndSendsToNobodyWhenThereIsNoOther() {
    account
        .send(document("Hi", "number;a\nabc;x\n;y\n"))
        .statusCode(200)
        .body("ids", empty())
        .body("invalidReceivers", contains("line 2: abc", "line 3: no number"));
  }

  @ParameterizedTest
  @CsvSource({
    "receiversSlotId, 7, slot",
    "receiversSlotId, 77, slot",
    "receiversSlotId, abc, slot",
    "receiversDocumentUrl, http://no-such-host.invalid/a.csv, resolve",
    "receiversDocumentUrl, http://169.254.169.254/latest, not allowed",
    "receiversDocumentUrl, file:///etc/passwd, http",
    "receiversDocumentUrl, contacts.csv, http",
    "receiversDocumentUrl, http://[broken, no URL",
    "receivers, , receivers",
    "message, 'a\u0000b', message",
    "tag, 'a\u0000b', tag",
    "sender, 'a\u0000b', sender",
  })
  void namesTheFieldThatIsWrong(String field, String value, String named) {
    Map<String, Object> job = job("Hi");
    job.put(field, value);

    isRefused(job, field, named);
  }

  @Test
  void refusesDocumentsThatHangAreTooLargeMissingOrNoCsv() {
    refuses(aResponse().withFixedDelay(4_000).withBody("0662000100"), "within 2");
    refuses(aResponse().withBody("0662000100\n".repeat(2_000_000)), "larger");
    refuses(aResponse().withStatus(403), "403");
    refuses(aResponse().withBody("<html><body>0662000100</body></html>"), "web page");
    refuses(aResponse().withBody("{\"number\":\"0662000100\"}"), "JSON");
    refuses(aResponse().withBody(new byte[] {'P', 'K', 3, 4, 0, 0}), "no CSV");
    refuses(aResponse().withBody("hello"), "no column");
    refuses(aResponse().withBody(""), "empty");
  }

  private void refuses(
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer, String problem) {
    Map<String, Object> job = job("Hi");
    job.put("receiversDocumentUrl", FileHost.put("/refused.csv", answer));
    account
        .send(job)
        .statusCode(400)
        .body("message", containsString("receiversDocumentUrl"))
        .body("message", containsString(problem));
  }

  @Test
  void answersARepeatOfACampaignWithTheFirstAnswer() {
    Map<String, Object> job = document("Hi #nom#", CONTACTS);

    assertEquals(keyed(job), keyed(job));
  }

  private List<Long> keyed(Map<String, Object> job) {
    return account
        .call()
        .header("Idempotency-Key", "campaign-1")
        .body(job)
        .post("/sms/sms-fa00001-1/jobs")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("ids", Long.class);
  }

  @Test
  void acceptsALargeCampaignFastWhileSingleMessagesPass() {
    int size = 20_000;
    Map<String, Object> large = document("Bonjour #prenom#, ref #ref#", contacts(size));
    large.put("differedPeriod", 60);
    large.put("tag", "large");
    Map<String, Object> single = job("Code 1234");
    single.put("receivers", List.of("+33662000100"));

    var campaign =
        CompletableFuture.supplyAsync(
            () -> account.send(large).statusCode(200).extract().jsonPath());
    account.send(single).statusCode(200);
    JsonPath sent = campaign.join();

    assertEquals(size, sent.getList("ids").size());
    long last = sent.getLong("ids[" + (size - 1) + "]");
    assertEquals(sent.getLong("ids[0]") + size - 1, last);
    account
        .outgoing(last)
        .body("message", equalTo("Bonjour Zoé, ref " + (size - 1)))
        .body("differedDelivery", equalTo(60))
        .body("tag", equalTo("large"));
    assertTrue(sent.getList("invalidReceivers").isEmpty());
  }

  static String contacts(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> "06%08d;Zoé;%d".formatted(10_000_000 + i, i))
        .collect(Collectors.joining("\n", "numero;prenom;ref\n", "\n"));
  }
}
