package io.facteur.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.local.client.Access;
import io.facteur.local.client.ApiClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends three messages through the running stack, waits for their final states, and proves that
 * only the delivered one was paid: {@code Demo <state>}. Exits with 0 only when everything is as
 * the simulated operator was told.
 */
public final class Demo {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private static final List<Expectation> MESSAGES =
      List.of(
          new Expectation("+33600000100", "delivered", 1, 4, true),
          new Expectation("+33600000905", "refused: no such number", 16, 23, false),
          new Expectation("+33600000907", "refused: submit failed", 16, 20, false));

  private final Access access;
  private final ApiClient api;
  private final String account;
  private final PrintStream out;

  Demo(Access access, PrintStream out) throws IOException {
    this.access = access;
    this.api = access.client();
    this.account = "/sms/" + access.serviceName();
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("Usage: Demo <state>");
    }
    boolean asTold = new Demo(Access.read(Path.of(args[0])), System.out).run();
    System.exit(asTold ? 0 : 1);
  }

  /** Whether everything ended as the simulated operator was told. */
  boolean run() throws IOException {
    double before = credits();
    out.printf("%nSending %d messages from %s%n", MESSAGES.size(), access.serviceName());
    List<SentMessage> sent = send();
    sent = await(sent);
    double paid =
        sent.stream().filter(m -> m.expected().paid()).mapToDouble(SentMessage::credits).sum();
    double after = awaitCredits(before - paid);
    out.printf("%n%-13s %-28s %8s   %-7s  %s%n", "receiver", "the operator", "id", "dlr/ptt", "");
    sent.forEach(message -> out.println(message.row()));
    boolean balanced = Math.abs(before - paid - after) < 0.0005;
    out.printf(
        "%nCredits before %.3f, after %.3f, paid %.3f: %s%n",
        before, after, before - after, balanced ? "as told" : "EXPECTED " + paid);
    return balanced && sent.stream().allMatch(SentMessage::isAsExpected);
  }

  private List<SentMessage> send() throws IOException {
    var sent = new ArrayList<SentMessage>();
    for (Expectation expected : MESSAGES) {
      var job =
          Map.of(
              "message",
              "Hello from Facteur",
              "receivers",
              List.of(expected.receiver()),
              "sender",
              access.sender(),
              "noStopClause",
              true);
      JsonNode answer = api.post(account + "/jobs", job);
      SentMessage message = SentMessage.accepted(expected, answer);
      out.printf("  %s accepted as %d%n", expected.receiver(), message.id());
      sent.add(message);
    }
    return sent;
  }

  private List<SentMessage> await(List<SentMessage> sent) throws IOException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    List<SentMessage> now = sent;
    long shown = -1;
    while (System.nanoTime() - limit < 0) {
      now = look(now);
      long done = now.stream().filter(SentMessage::isAsExpected).count();
      if (done != shown) {
        out.printf("  %d of %d have their final state%n", done, now.size());
        shown = done;
      }
      if (done == now.size()) {
        break;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return now;
  }

  private List<SentMessage> look(List<SentMessage> sent) throws IOException {
    var now = new ArrayList<SentMessage>();
    for (SentMessage message : sent) {
      now.add(message.now(api.get(account + "/outgoing/" + message.id())));
    }
    return now;
  }

  /** Refunds follow the refusals a moment later. */
  private double awaitCredits(double expected) throws IOException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    double now = credits();
    while (Math.abs(now - expected) >= 0.0005 && System.nanoTime() - limit < 0) {
      LockSupport.parkNanos(PAUSE);
      now = credits();
    }
    return now;
  }

  private double credits() throws IOException {
    return api.get(account).path("creditsLeft").asDouble();
  }
}
