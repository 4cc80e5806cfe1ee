package io.facteur.messaging.smpp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** deliver_sm is answered when it is kept, and nothing waits meanwhile. */
class DeliveriesTest {

  private final Inbox inbox = new Inbox();
  private Operator operator;
  private SmppLink link;

  @BeforeEach
  void bind() throws Exception {
    operator = Operator.start();
    link = Links.bound(operator.settings(), inbox);
  }

  @AfterEach
  void unbind() {
    link.close();
    operator.close();
  }

  @Test
  void answersOnlyWhenReceiptsAreKept() throws Exception {
    CompletableFuture<Void> commit = new CompletableFuture<>();
    inbox.keepsWhen(commit);
    Load load = new Load(link, 100);
    load.submit(0, 500);
    load.results();

    await().until(() -> inbox.count() == 500);
    assertEquals(500, load.count(SubmitResult.Accepted.class));
    assertEquals(0, operator.stats().at("/receipts/acked").intValue());
    commit.complete(null);
    await().until(() -> operator.stats().at("/receipts/acked").intValue() == 500);
  }

  @Test
  void letsTheOperatorRepeatWhatCouldNotBeKept() throws Exception {
    inbox.keepsWhen(CompletableFuture.failedFuture(new IllegalStateException("no database")));
    assertInstanceOf(
        SubmitResult.Accepted.class, Links.submit(link, Segments.to("33600000000", "again")));
    await().until(() -> inbox.count() == 1);

    inbox.keepsWhen(CompletableFuture.completedFuture(null));
    await().until(() -> inbox.count() == 2);
    await().until(() -> operator.stats().at("/receipts/acked").intValue() == 1);
  }

  @Test
  void receivesUnansweredReceiptsAgainOnTheNextSession() throws Exception {
    CompletableFuture<Void> never = new CompletableFuture<>();
    inbox.keepsWhen(never);
    assertInstanceOf(
        SubmitResult.Accepted.class, Links.submit(link, Segments.to("33600000000", "kept")));
    await().until(() -> inbox.count() == 1);

    inbox.keepsWhen(CompletableFuture.completedFuture(null));
    operator.behave("{\"dropConnections\":true}");
    await().until(() -> inbox.count() == 2);
    await().until(() -> operator.stats().at("/receipts/pending").intValue() == 0);
    never.complete(null);
    assertEquals(inbox.receipts().get(0).operatorId(), inbox.receipts().get(1).operatorId());
  }

  @Test
  void handsOverReplies() throws Exception {
    operator.call("POST", "/mo", "{\"from\":\"33612345678\",\"to\":\"36111\",\"text\":\"STOP\"}");

    await().until(() -> inbox.replies().size() == 1);
    Reply reply = inbox.replies().get(0);
    assertEquals("33612345678", reply.from());
    assertEquals("36111", reply.to());
    assertEquals("STOP", new String(reply.payload(), StandardCharsets.US_ASCII));
    assertFalse(reply.toString().contains("1234"));
    await().until(() -> operator.stats().at("/receipts/acked").intValue() == 1);
  }
}
