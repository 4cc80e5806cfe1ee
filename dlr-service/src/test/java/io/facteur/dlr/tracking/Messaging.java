package io.facteur.dlr.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.facteur.testkit.TestBroker;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Messaging as its events show it: hands out ids, submits, receives receipts. */
final class Messaging {

  static final String ADDRESS = "facteur.messaging.events";
  private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() % 1_000_000_000);
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private Messaging() {}

  static long newId() {
    return IDS.incrementAndGet();
  }

  static MessageKey newMessage() {
    long id = newId();
    return new MessageKey(id, id);
  }

  static SubmittedBatch.Item item(
      MessageKey key, int segment, int segments, String operatorId, Instant expiresAt) {
    return new SubmittedBatch.Item(
        key.messageId(),
        key.sendingId(),
        "sms-fa00001-1",
        null,
        1,
        segment,
        segments,
        operatorId,
        Instant.now(),
        expiresAt);
  }

  static SubmittedBatch.Item item(MessageKey key, String operatorId) {
    return item(key, 0, 1, operatorId, Instant.now().plusSeconds(3_600));
  }

  static ReceiptsBatch.Receipt receipt(String operatorId, String stat, String err) {
    return new ReceiptsBatch.Receipt(operatorId, stat, err, Instant.now());
  }

  static void submits(SubmittedBatch.Item... items) {
    send(SubmittedBatch.TYPE, new SubmittedBatch("main", Arrays.asList(items)));
  }

  static void receives(ReceiptsBatch.Receipt... receipts) {
    send(ReceiptsBatch.TYPE, new ReceiptsBatch("main", Arrays.asList(receipts)));
  }

  static void refuses(MessageKey key, int ptt) {
    send(
        RefusedBatch.TYPE,
        new RefusedBatch(
            List.of(
                new RefusedBatch.Item(
                    key.messageId(),
                    key.sendingId(),
                    "sms-fa00001-1",
                    null,
                    1,
                    ptt,
                    Instant.now()))));
  }

  static void send(String type, Object body) {
    sendAs(UUID.randomUUID().toString(), type, body);
  }

  static void sendAs(String eventId, String type, Object body) {
    try {
      TestBroker.send(ADDRESS, type, eventId, JSON.writeValueAsString(body));
    } catch (java.io.IOException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
