package io.facteur.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.billing.hold.HoldReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What billing says has the form of its committed examples. */
class ContractsTest {

  private static final Path ROOT = Path.of(System.getProperty("facteur.root"));
  private static final Path OWN = ROOT.resolve("billing-service/src/main/resources/contracts");

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void holdReplyIsWrittenAsTheExample() throws IOException {
    JsonNode example =
        json.readTree(Files.readString(OWN.resolve("replies/facteur.billing.holds.json")));
    HoldReply reply = json.treeToValue(example, HoldReply.class);
    assertEquals(example, json.readTree(json.writeValueAsString(reply)));
  }
}
