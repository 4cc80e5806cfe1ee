package io.facteur.messaging.smpp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator answers, as a link tells it. */
class SubmitResultsTest {

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
  void acceptsWithTheIdThatTheReceiptNames() throws Exception {
    String id = accepted(Segments.to("33600000000", "hello"));

    await().until(() -> inbox.receiptsOf(id).size() == 1);
    assertEquals("DELIVRD", inbox.receipts().get(0).stat());
    assertEquals("000", inbox.receipts().get(0).err());
  }

  @Test
  void tellsFailuresWithTheOperatorsCode() throws Exception {
    String failed = accepted(Segments.to("33600000824", "absent"));
    String expired = accepted(Segments.to("33600000808", "expired"));

    await().until(() -> inbox.count() == 2);
    assertEquals("UNDELIV", inbox.receiptsOf(failed).get(0).stat());
    assertEquals("024", inbox.receiptsOf(failed).get(0).err());
    assertEquals("EXPIRED", inbox.receiptsOf(expired).get(0).stat());
  }

  @Test
  void tellsInvalidDestinationFromOtherRefusals() throws Exception {
    assertEquals(
        new SubmitResult.Refused(SMPPConstant.STAT_ESME_RINVDSTADR, true),
        Links.submit(link, Segments.to("33600000905", "nobody")));
    assertEquals(
        new SubmitResult.Refused(SMPPConstant.STAT_ESME_RSUBMITFAIL, false),
        Links.submit(link, Segments.to("33600000907", "never")));
  }

  @Test
  void tellsThrottlingUntilTheOperatorTakesIt() throws Exception {
    Segment segment = Segments.to("33600000904", "later");
    assertEquals(new SubmitResult.Throttled(), Links.submit(link, segment));
    assertEquals(new SubmitResult.Throttled(), Links.submit(link, segment));
    accepted(segment);
  }

  @Test
  void handsOverReceiptsThatOvertakeTheAnswer() throws Exception {
    String id = accepted(Segments.to("33600000902", "early"));

    assertEquals(1, inbox.receiptsOf(id).size());
  }

  @Test
  void handsOverIntermediateStates() throws Exception {
    String id = accepted(Segments.to("33600000906", "retry"));

    await().until(() -> inbox.receiptsOf(id).size() == 2);
    assertEquals("ENROUTE", inbox.receiptsOf(id).get(0).stat());
    assertEquals("001", inbox.receiptsOf(id).get(0).err());
    assertEquals("DELIVRD", inbox.receiptsOf(id).get(1).stat());
  }

  @Test
  void refusesWhatFitsNoPdu() throws Exception {
    assertEquals(
        new SubmitResult.Refused(SMPPConstant.STAT_ESME_RINVDSTADR, true),
        Links.submit(link, Segments.to("3".repeat(30), "too long a number")));
    assertInstanceOf(
        SubmitResult.Refused.class,
        Links.submit(link, Segments.to("33600000000", "x".repeat(300))));
    assertTrue(link.isBound());
  }

  @Test
  void writesHeaderFlashAndCoding() throws Exception {
    byte[] payload = {5, 0, 3, 9, 2, 1, 0, 'h', 0, 'i'};
    Segment segment =
        new Segment(
            1,
            0,
            2,
            "+33700000000",
            "+33600000000",
            payload,
            true,
            (byte) 8,
            true,
            Duration.ofDays(2),
            false);
    String id = accepted(segment);

    JsonNode message = operator.messages("?receiver=33600000000").get(0);
    assertEquals("hi", message.path("text").textValue());
    assertEquals("33700000000", message.path("sender").textValue());
    assertEquals(2, message.path("segments").intValue());
    assertTrue(message.path("flash").booleanValue());
    assertEquals(id, message.path("operatorId").textValue());
    assertEquals(0, operator.stats().at("/receipts/sent").intValue());
  }

  private String accepted(Segment segment) throws Exception {
    SubmitResult result = Links.submit(link, segment);
    return assertInstanceOf(SubmitResult.Accepted.class, result).operatorId();
  }
}
