package io.facteur.smsc.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.smsc.behaviour.Behaviour;
import io.facteur.smsc.mailbox.Mailbox;
import io.facteur.smsc.mailbox.Mailboxes;
import io.facteur.smsc.mailbox.ReplyDelivery;
import io.facteur.smsc.session.SmscListener;
import io.facteur.smsc.session.Submits;
import io.facteur.smsc.tally.Tally;
import io.facteur.smsc.text.ReplyParts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What the control API can do, apart from HTTP. */
public final class Commands {

  private static final int MAX_TEXT = 10_000;
  private static final int MAX_ADDRESS = 20;
  private static final int DEFAULT_LIMIT = 1_000;

  private final Tally tally;
  private final Mailboxes mailboxes;
  private final SmscListener listener;
  private final Submits submits;
  private final Behaviour behaviour;
  private final AtomicInteger replyReference = new AtomicInteger();

  public Commands(
      Tally tally,
      Mailboxes mailboxes,
      SmscListener listener,
      Submits submits,
      Behaviour behaviour) {
    this.tally = tally;
    this.mailboxes = mailboxes;
    this.listener = listener;
    this.submits = submits;
    this.behaviour = behaviour;
  }

  Object stats() {
    return StatsView.of(tally.view(), mailboxes.counts(), listener.boundSessions());
  }

  Object messages(Map<String, String> query) throws BadRequestException {
    String receiver = query.get("receiver");
    if (receiver != null) {
      // A plus sign in a query is a blank to those who do not escape it.
      receiver = receiver.strip();
      receiver = receiver.startsWith("+") ? receiver.substring(1) : receiver;
      if (!receiver.matches("[0-9]{1,20}")) {
        throw new BadRequestException("'receiver' must be digits, with or without a leading +");
      }
    }
    return tally.messages(receiver, limit(query.get("limit")));
  }

  private static int limit(String given) throws BadRequestException {
    if (given == null) {
      return DEFAULT_LIMIT;
    }
    if (!given.matches("[1-9][0-9]{0,5}")) {
      throw new BadRequestException("'limit' must be a whole number from 1 to 999999");
    }
    return Integer.parseInt(given);
  }

  Object reset() {
    behaviour.reset();
    submits.reset();
    tally.reset();
    mailboxes.resetCounts();
    return Map.of("reset", true);
  }

  Object reply(JsonNode body) throws BadRequestException {
    Fields fields = new Fields(body).only(Set.of("from", "to", "text", "systemId"));
    String from = fields.text("from", MAX_ADDRESS);
    String to = fields.text("to", MAX_ADDRESS);
    String text = fields.text("text", MAX_TEXT);
    Mailbox mailbox =
        mailboxes
            .find(fields.optionalText("systemId", 16))
            .orElseThrow(
                () ->
                    new BadRequestException(
                        "no such ESME has bound yet: bind first, or name its 'systemId'"));
    ReplyParts parts = ReplyParts.of(text, replyReference.incrementAndGet());
    List<ReplyDelivery> deliveries = ReplyDelivery.of(from, to, parts);
    deliveries.forEach(mailbox::post);
    return Map.of("segments", deliveries.size());
  }

  Object behaviour() {
    return BehaviourRequest.view(behaviour.settings());
  }

  Object behave(JsonNode body) throws BadRequestException {
    BehaviourRequest request = BehaviourRequest.of(body);
    behaviour.apply(request.settings());
    if (request.dropConnections()) {
      listener.dropConnections();
    }
    return behaviour();
  }
}
