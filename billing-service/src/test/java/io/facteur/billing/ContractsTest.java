package io.facteur.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.billing.account.AccountState;
import io.facteur.billing.account.AccountStatus;
import io.facteur.billing.hold.HoldReply;
import io.facteur.billing.hold.HoldRequest;
import io.facteur.billing.settlement.MessageRefund;
import io.facteur.billing.settlement.SendingRef;
import io.facteur.testkit.FacteurStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Billing writes its own examples, and reads those that the other services have committed. */
@QuarkusTest
@WithTestResource(FacteurStack.class)
class ContractsTest {

  private static final Path ROOT = Path.of(System.getProperty("facteur.root"));
  private static final String CONTRACTS = "src/main/resources/contracts";

  @Inject ObjectMapper json;

  @Test
  void holdReplyIsWrittenAsTheExample() throws IOException {
    String example = example("billing-service", "replies/facteur.billing.holds.json");
    HoldReply reply = json.readValue(example, HoldReply.class);
    assertEquals(json.readTree(example), json.readTree(json.writeValueAsString(reply)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opened", "changed", "closed"})
  void accountsAreReadFromUsersExamples(String fact) throws IOException {
    String example = example("users-service", "events/facteur.users.account." + fact + ".v1.json");
    AccountStatus.of(json.readValue(example, AccountState.class).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "abandoned"})
  void sendingsAreReadFromMessagingsExamples(String fact) throws IOException {
    String example =
        example("messaging-service", "events/facteur.messaging.sending." + fact + ".v1.json");
    var sendings = json.readTree(example).get("sendings");
    assertFalse(sendings.isEmpty());
    for (var sending : sendings) {
      json.treeToValue(sending, SendingRef.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "cancelled"})
  void refundsAreReadFromMessagingsExamples(String fact) throws IOException {
    String example =
        example("messaging-service", "events/facteur.messaging.messages." + fact + ".v1.json");
    var messages = json.readTree(example).get("messages");
    assertFalse(messages.isEmpty());
    for (var message : messages) {
      json.treeToValue(message, MessageRefund.class);
    }
  }

  @Test
  void requestIsReadFromMessagingsExample() throws IOException {
    String example = example("messaging-service", "requests/facteur.billing.holds.json");
    assertFalse(json.readValue(example, HoldRequest.class).holds().isEmpty());
  }

  /** Examples are committed by their producers. */
  private static String example(String producer, String name) throws IOException {
    return Files.readString(ROOT.resolve(producer).resolve(CONTRACTS).resolve(name));
  }
}
