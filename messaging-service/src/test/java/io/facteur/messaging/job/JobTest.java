package io.facteur.messaging.job;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.facteur.messaging.stack.Account;
import io.facteur.messaging.stack.BillingDesk;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of jobs have in common: an account that may send, and a billing that answers. */
abstract class JobTest {

  BillingDesk billing;
  Account account;

  @BeforeEach
  void open() throws Exception {
    billing = BillingDesk.open();
    account = Account.open("sms-fa00001-1");
  }

  @AfterEach
  void close() {
    billing.close();
  }

  /** The job is not taken, and the answer says these words. */
  void isRefused(Map<String, Object> job, String... words) {
    var answer =
        account
            .send(job)
            .statusCode(400)
            .body("httpCode", equalTo("400 Bad Request"))
            .body("class", equalTo("Client::BadRequest"));
    for (String word : words) {
      answer.body("message", containsString(word));
    }
  }
}
