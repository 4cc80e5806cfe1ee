package io.facteur.messaging.job;

import static io.facteur.messaging.stack.Account.job;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.facteur.messaging.stack.SimulatorStack;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients send, and what they are told about it. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
@WithTestResource(SimulatorStack.class)
class JobInputTest extends JobTest {

  @Test
  void reportsInvalidReceiversAndChargesNothingForThem() {
    Map<String, Object> job = job("+33600000100");
    job.put("receivers", List.of("12", "hello"));
    int before = billing.asked().size();

    account
        .send(job)
        .statusCode(200)
        .body("ids", empty())
        .body("invalidReceivers", contains("12", "hello"))
        .body("totalCreditsRemoved", equalTo(0.0f));
    assertEquals(before, billing.asked().size());
  }

  @Test
  void sendsToEachNumberOnce() {
    Map<String, Object> job = job("+33600000100");
    job.put("receivers", List.of("+33600000101", "0600000101", "0033600000101"));

    account.send(job).statusCode(200).body("ids", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "message, '', message",
    "sender, Nobody, sender",
    "sender, , sender",
    "priority, urgent, priority",
    "class, loud, class",
    "coding, 16bit, coding",
    "charset, KOI8-R, charset",
    "differedPeriod, -1, differedPeriod",
    "differedPeriod, soon, differedPeriod",
    "differedPeriod, 1.5, differedPeriod must be a whole number",
    "validityPeriod, 0, validityPeriod",
    "validityPeriod, 99999999, validityPeriod",
    "senderForResponse, true, senderForResponse",
    "senderForResponse, perhaps, senderForResponse",
  })
  void namesTheFieldThatIsWrong(String field, String value, String named) {
    Map<String, Object> job = job("+33600000100");
    job.put(field, value);

    isRefused(job, named);
  }

  @ParameterizedTest
  @CsvSource({
    "'{', JSON",
    "'[1]', object",
    "'\"x\"', object",
    "'', object",
    "'{\"differedPeriod\":1.5}', 'differedPeriod must be a whole number'",
    "'{\"differedPeriod\":1000000000000000000000}', 'differedPeriod must be a whole number'",
    "'{\"receivers\":[\"+33600000100\",{}]}', 'receivers[1] must be a text'",
  })
  void refusesBodiesThatAreNoJobs(String body, String named) {
    account
        .call()
        .body(body)
        .post("/sms/sms-fa00001-1/jobs")
        .then()
        .statusCode(400)
        .body("message", containsString(named));
  }

  @Test
  void takesNumbersThatComeAsTextAndNulls() {
    Map<String, Object> job = job("+33600000100");
    job.put("validityPeriod", "2880");
    job.put("differedPeriod", null);
    job.put("tag", null);

    account.send(job).statusCode(200);
  }

  @Test
  void refusesATextOfTooManySegments() {
    Map<String, Object> job = job("+33600000100");
    job.put("message", "a".repeat(919));

    isRefused(job, "918");
  }
}
