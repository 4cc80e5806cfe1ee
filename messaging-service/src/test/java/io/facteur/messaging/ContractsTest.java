package io.facteur.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields that this service reads are in the examples of those who produce them. */
class ContractsTest {

  private static final Path ROOT =
      Path.of(System.getProperty("facteur.root", "..")).toAbsolutePath();

  @ParameterizedTest
  @CsvSource({
    "users-service/src/main/resources/contracts/events/facteur.users.account.opened.v1.json, /version",
    "users-service/src/main/resources/contracts/events/facteur.users.account.opened.v1.json, /country",
    "users-service/src/main/resources/contracts/events/facteur.users.account.closed.v1.json, /status",
    "billing-service/src/main/resources/contracts/replies/facteur.billing.holds.json,"
        + " /answers/0/outcome",
    "billing-service/src/main/resources/contracts/replies/facteur.billing.holds.json,"
        + " /answers/0/available",
    "billing-service/src/main/resources/contracts/events/facteur.billing.holds.unresolved.v1.json,"
        + " /holds/0/sendingId",
    "dlr-service/src/main/resources/contracts/events/facteur.dlr.deliveries.updated.v1.json,"
        + " /deliveries/0/isFinal",
    "dlr-service/src/main/resources/contracts/events/facteur.dlr.deliveries.updated.v1.json,"
        + " /deliveries/0/sendingId",
  })
  void hasTheFieldsThatMessagingReads(String example, String pointer) throws IOException {
    JsonNode body = new ObjectMapper().readTree(ROOT.resolve(example).toFile());

    assertTrue(!body.at(pointer).isMissingNode(), () -> pointer + " is missing in " + body);
  }

  @ParameterizedTest
  @CsvSource({"held, true", "noCredit, false", "voided, false"})
  void knowsAHeldAnswer(String outcome, boolean held) {
    assertEquals(held, new io.facteur.messaging.hold.HoldAnswer(1, outcome, 0).isHeld());
  }
}
