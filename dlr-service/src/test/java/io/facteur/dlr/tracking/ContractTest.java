package io.facteur.dlr.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed examples of events: what this service says, and what it reads of messaging's. */
class ContractTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Test
  void saysWhatItsExampleSays() throws IOException {
    DeliveriesUpdated body =
        new DeliveriesUpdated(
            List.of(
                delivery(1042, 1, 4, "2026-03-01T10:15:30.250Z", true),
                delivery(1043, 4, 1, "2026-03-01T10:15:30.300Z", false)));

    assertEquals(
        JSON.readTree(Files.readString(example("dlr-service", DeliveriesUpdated.TYPE))),
        JSON.readTree(JSON.writeValueAsString(body)));
  }

  @Test
  void readsMessagingsSubmissions() throws IOException {
    SubmittedBatch batch = messaging(SubmittedBatch.TYPE, SubmittedBatch.class);

    assertFalse(batch.messages().isEmpty());
    assertEquals(batch.messages(), UsableItems.submissions(batch));
  }

  @Test
  void readsMessagingsReceipts() throws IOException {
    ReceiptsBatch batch = messaging(ReceiptsBatch.TYPE, ReceiptsBatch.class);

    assertFalse(batch.receipts().isEmpty());
    assertEquals(batch.receipts(), UsableItems.receipts(batch));
  }

  @Test
  void readsMessagingsRefusals() throws IOException {
    RefusedBatch batch = messaging(RefusedBatch.TYPE, RefusedBatch.class);

    assertFalse(batch.messages().isEmpty());
    assertEquals(batch.messages(), UsableItems.refusals(batch));
  }

  private static <T> T messaging(String type, Class<T> form) throws IOException {
    return JSON.readValue(Files.readString(example("messaging-service", type)), form);
  }

  private static Path example(String service, String type) {
    return Path.of(System.getProperty("facteur.root"))
        .resolve(service + "/src/main/resources/contracts/events/" + type + ".json");
  }

  private static DeliveriesUpdated.Delivery delivery(
      long id, int dlr, int ptt, String at, boolean isFinal) {
    return new DeliveriesUpdated.Delivery(
        id, 1001, "sms-fa00001-1", dlr, ptt, Instant.parse(at), isFinal);
  }
}
