package io.facteur.messaging.smpp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the standard allows or operators do, and the simulator does not. */
class OddOperatorsTest {

  private final Inbox inbox = new Inbox();
  private ScriptedOperator operator;

  @BeforeEach
  void start() throws Exception {
    operator = new ScriptedOperator();
  }

  @AfterEach
  void stop() throws Exception {
    operator.close();
  }

  private SmppLink open(LinkSettings settings) throws Exception {
    SmppLink link = Links.opened(settings, inbox);
    operator.acceptBind();
    await().until(link::isBound);
    return link;
  }

  @Test
  void answersUnbindAndComesBack() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      CompletableFuture<SubmitResult> due = submit(link);
      operator.read();
      operator.write(ScriptedOperator.COMPOSER.unbind(77));

      assertEquals(new ScriptedOperator.Pdu(SMPPConstant.CID_UNBIND_RESP, 0, 77), operator.read());
      assertInstanceOf(SubmitResult.Unknown.class, due.get());
      operator.acceptBind();
      await().until(link::isBound);
    }
  }

  @Test
  void asksWhetherASilentOperatorLivesAndLeavesADeadOne() throws Exception {
    LinkSettings settings =
        operator.settings().withTimers(Duration.ofMillis(200), Duration.ofMillis(400));
    try (SmppLink link = open(settings)) {
      ScriptedOperator.Pdu first = operator.read();
      assertEquals(SMPPConstant.CID_ENQUIRE_LINK, first.command());
      operator.write(ScriptedOperator.COMPOSER.enquireLinkResp(first.sequence()));
      assertEquals(SMPPConstant.CID_ENQUIRE_LINK, operator.read().command());

      operator.acceptBind();
      await().until(link::isBound);
    }
  }

  @Test
  void answersEnquireLinkAndUnknownCommands() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      operator.write(ScriptedOperator.COMPOSER.enquireLink(5));
      assertEquals(
          new ScriptedOperator.Pdu(SMPPConstant.CID_ENQUIRE_LINK_RESP, 0, 5), operator.read());
      operator.write(ScriptedOperator.COMPOSER.composeHeader(0x1234, 0, 6));
      assertEquals(
          new ScriptedOperator.Pdu(
              SMPPConstant.CID_GENERIC_NACK, SMPPConstant.STAT_ESME_RINVCMDID, 6),
          operator.read());
      assertTrue(link.isBound());
    }
  }

  @Test
  void ignoresAnswersToNothing() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      operator.write(ScriptedOperator.COMPOSER.submitSmResp(4_711, "ghost"));
      CompletableFuture<SubmitResult> due = submit(link);
      int sequence = operator.read().sequence();
      operator.write(ScriptedOperator.COMPOSER.submitSmResp(sequence, "00AbC"));

      assertEquals(new SubmitResult.Accepted("abc"), due.get());
    }
  }

  @Test
  void takesNacksAndFullQueuesForWhatTheyAre() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      CompletableFuture<SubmitResult> nacked = submit(link);
      operator.write(
          ScriptedOperator.COMPOSER.genericNack(
              SMPPConstant.STAT_ESME_RINVCMDLEN, operator.read().sequence()));
      assertEquals(
          new SubmitResult.Refused(SMPPConstant.STAT_ESME_RINVCMDLEN, false), nacked.get());

      CompletableFuture<SubmitResult> full = submit(link);
      operator.write(
          ScriptedOperator.COMPOSER.composeHeader(
              SMPPConstant.CID_SUBMIT_SM_RESP,
              SMPPConstant.STAT_ESME_RMSGQFUL,
              operator.read().sequence()));
      assertEquals(new SubmitResult.Deferred(SMPPConstant.STAT_ESME_RMSGQFUL), full.get());
    }
  }

  @Test
  void leavesAConnectionThatIsOutOfStep() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      operator.write(new byte[] {0x7f, 0, 0, 0, 0, 0, 0, 0});
      operator.acceptBind();
      await().until(link::isBound);
    }
  }

  @Test
  void readsReceiptsThatOnlyHaveParameters() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      deliver(
          0,
          "",
          new OptionalParameter.Receipted_message_id("00FF"),
          new OptionalParameter.Message_state((byte) 5),
          new OptionalParameter.Network_error_code(new byte[] {3, 0, 24}));

      assertEquals(0, operator.read().status());
      Receipt receipt = inbox.receipts().get(0);
      assertEquals("ff", receipt.operatorId());
      assertEquals("UNDELIV", receipt.stat());
      assertEquals("024", receipt.err());
      assertTrue(link.isBound());
    }
  }

  @Test
  void acknowledgesReceiptsWithoutAnId() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      deliver(4, "stat:DELIVRD err:000");

      assertEquals(0, operator.read().status());
      assertEquals(0, inbox.count());
      assertTrue(link.isBound());
    }
  }

  @Test
  void takesAReplyThatLooksLikeAReceiptForAReply() throws Exception {
    try (SmppLink link = open(operator.settings())) {
      deliver(0, "id:1 stat:DELIVRD err:000");

      assertEquals(0, operator.read().status());
      assertEquals(0, inbox.count());
      assertEquals(1, inbox.replies().size());
      assertTrue(link.isBound());
    }
  }

  private void deliver(int esmClass, String text, OptionalParameter... parameters)
      throws Exception {
    operator.write(
        ScriptedOperator.COMPOSER.deliverSm(
            9,
            "",
            (byte) 1,
            (byte) 1,
            "33600000000",
            (byte) 5,
            (byte) 0,
            "Facteur",
            (byte) esmClass,
            (byte) 0,
            (byte) 0,
            (byte) 0,
            (byte) 0,
            text.getBytes(StandardCharsets.US_ASCII),
            parameters));
  }

  private static CompletableFuture<SubmitResult> submit(SmppLink link) {
    return link.submit(Segments.to("33600000000", "odd")).toCompletableFuture();
  }
}
