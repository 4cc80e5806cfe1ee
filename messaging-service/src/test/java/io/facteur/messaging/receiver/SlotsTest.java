package io.facteur.messaging.receiver;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.facteur.messaging.stack.Account;
import io.facteur.messaging.stack.FileHost;
import io.facteur.messaging.stack.SimulatorStack;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
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
@WithTestResource(FileHost.class)
class SlotsTest {

  private static ValidatableResponse load(Account account, Map<String, Object> body) {
    return account.call().body(body).post(path(account)).then();
  }

  private static String path(Account account) {
    return "/sms/" + account.serviceName() + "/receivers";
  }

  private static Map<String, Object> slot(int slotId, String url) {
    return new HashMap<>(Map.of("slotId", slotId, "csvUrl", url, "description", "Clients"));
  }

  @Test
  void loadsAndShowsASlot() {
    Account account = new Account("sms-fs00001-1");
    String url =
        FileHost.put(
            "/slot.csv", "Numero ;nom\n0662000000 ;A\nabc ;B\n+33662000000;C\n0662000001\n");
    account.call().get(path(account)).then().statusCode(200).body("", empty());

    load(account, slot(3, url))
        .statusCode(200)
        .body("slotId", equalTo(3))
        .body("records", equalTo(2))
        .body("description", equalTo("Clients"))
        .body("autoUpdate", equalTo(false))
        .body("canAutoUpdate", equalTo(true))
        .body("datetime", notNullValue());

    account.call().get(path(account)).then().body("", contains(3));
    account.call().get(path(account) + "/3").then().statusCode(200).body("records", equalTo(2));
  }

  @Test
  void replacesASlotAsAWholeOrNotAtAll() {
    Account account = new Account("sms-fs00001-2");
    load(account, slot(1, FileHost.put("/a.csv", "0662000000\n0662000001\n"))).statusCode(200);

    load(account, slot(1, FileHost.put("/bad.csv", "<html>"))).statusCode(400);
    account.call().get(path(account) + "/1").then().body("records", equalTo(2));

    load(account, slot(1, FileHost.put("/b.csv", "0662000002\n"))).statusCode(200);
    account.call().get(path(account) + "/1").then().body("records", equalTo(1));
  }

  @Test
  void takesTheLastOfManyReplacementsAtOnce() {
    Account account = new Account("sms-fs00001-3");
    String url = FileHost.put("/same.csv", "0662000000\n0662000001\n");

    List<Integer> statuses =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> load(account, slot(2, url)).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .distinct()
            .toList();

    org.junit.jupiter.api.Assertions.assertEquals(List.of(200), statuses);
    account.call().get(path(account) + "/2").then().body("records", equalTo(2));
  }

  @Test
  void keepsAccountsApartAndKnowsNoOtherSlots() {
    Account account = new Account("sms-fs00001-4");
    load(account, slot(1, FileHost.put("/own.csv", "0662000000\n"))).statusCode(200);
    Account neighbour = new Account("sms-fs00002-1");

    neighbour.call().get(path(neighbour) + "/1").then().statusCode(404);
    neighbour.call().get(path(account) + "/1").then().statusCode(404);
    account.call().get(path(account) + "/2").then().statusCode(404);
    account.call().get(path(account) + "/99999999999").then().statusCode(404);
  }

  @Test
  void emptiesASlot() {
    Account account = new Account("sms-fs00001-5");
    load(account, slot(1, FileHost.put("/own.csv", "0662000000\n"))).statusCode(200);

    account.call().delete(path(account) + "/1").then().statusCode(200).body(equalTo("null"));
    account.call().delete(path(account) + "/1").then().statusCode(404);
  }

  @Test
  void takesNumbersThatComeAsTextAndNulls() {
    Map<String, Object> body = slot(1, FileHost.put("/own.csv", "0662000000\n"));
    body.put("slotId", "4");
    body.put("autoUpdate", null);
    body.put("description", null);
    body.put("documentId", null);

    load(new Account("sms-fs00001-6"), body).statusCode(200).body("slotId", equalTo(4));
  }

  @ParameterizedTest
  @CsvSource({
    "slotId, 0, slotId",
    "slotId, 10, slotId",
    "slotId, , slotId",
    "slotId, one, slotId",
    "csvUrl, , csvUrl",
    "csvUrl, ftp://example.com/a.csv, http",
    "csvUrl, http://exa mple.com/, csvUrl",
    "csvUrl, http://no-such-host.invalid/, resolve",
    "csvUrl, http://10.0.0.1/a.csv, not allowed",
    "documentId, abc, documentId",
    "autoUpdate, perhaps, autoUpdate",
  })
  void namesTheFieldThatIsWrong(String field, String value, String named) {
    Map<String, Object> body = slot(1, FileHost.put("/own.csv", "0662000000\n"));
    body.put(field, value);

    load(new Account("sms-fs00001-7"), body)
        .statusCode(400)
        .body("message", containsString(named))
        .body("class", equalTo("Client::BadRequest"));
  }

  @Test
  void refusesFilesThatHangAreMissingOrHoldNobody() {
    Account account = new Account("sms-fs00001-8");
    String slow = FileHost.put("/slow.csv", aResponse().withFixedDelay(4_000).withBody("x"));
    String gone = FileHost.put("/gone.csv", aResponse().withStatus(404));
    String huge = FileHost.put("/huge.csv", aResponse().withBody(new byte[20_000_001]));
    String nobody = FileHost.put("/nobody.csv", "number;a\nabc;1\n");

    load(account, slot(1, slow)).statusCode(400).body("message", containsString("within 2"));
    load(account, slot(1, gone)).statusCode(400).body("message", containsString("404"));
    load(account, slot(1, huge)).statusCode(400).body("message", containsString("larger"));
    load(account, slot(1, nobody)).statusCode(400).body("message", containsString("no phone"));
    account.call().get(path(account)).then().body("", empty());
  }

  @Test
  void keepsEveryCharacterOfAField() {
    Account account = Account.open("sms-fs00001-9");
    String odd = "a\\b \\N {\"\"x\"\", y}\tz\r\nw '; é 😀";
    String url = FileHost.put("/odd.csv", "number;note\n0662000100;\"" + odd + "\"\n");

    load(account, slot(1, url)).statusCode(200).body("records", equalTo(1));
  }
}
