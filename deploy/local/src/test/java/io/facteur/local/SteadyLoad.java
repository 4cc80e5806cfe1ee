package io.facteur.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.local.client.ApiClient;
import io.facteur.local.client.ApiRefusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that send one message each at a time, at a steady rate together, and go on whatever
 * becomes of it. None repeats a send: each text is sent once, so it can be counted.
 */
final class SteadyLoad {

  private static final int CLIENTS = 24;

  /** One in so many goes to a number that the operator refuses: it is to be paid back. */
  private static final int REFUSED_EACH = 25;

  private static final int RECEIVERS = 800;

  private final ApiClient api;
  private final String account;
  private final String sender;
  private final String round;
  private final long intervalNanos;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Long, String> accepted = new ConcurrentHashMap<>();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> reasons = new ConcurrentHashMap<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * A load that has not begun.
   *
   * @param round what its texts begin with, and their tag
   * @param perSecond messages, while they are answered at once
   */
  SteadyLoad(ApiClient api, String account, String sender, String round, int perSecond) {
    this.api = api;
    this.account = account;
    this.sender = sender;
    this.round = round;
    this.intervalNanos = TimeUnit.SECONDS.toNanos(CLIENTS) / perSecond;
  }

  void start() {
    for (int i = 0; i < CLIENTS; i++) {
      Thread client = new Thread(this::sendUntilStopped, "client-" + i);
      clients.add(client);
      client.start();
    }
  }

  /** Sends nothing more; returns when all that was sent is answered. */
  void stop() throws InterruptedException {
    stopping = true;
    for (Thread client : clients) {
      client.join();
    }
  }

  /** Texts of the messages that were accepted, by the id that the answer gave. */
  Map<Long, String> accepted() {
    return accepted;
  }

  /** Texts of the sends that got an error or no answer: they may have been accepted. */
  Set<String> unanswered() {
    return unanswered;
  }

  /** What the unanswered ones got, and how many of them. */
  Map<String, Integer> reasons() {
    return reasons;
  }

  /** Whether the operator refuses the message of this text. */
  static boolean isRefused(String text) {
    return numberOf(text) % REFUSED_EACH == 0;
  }

  private static int numberOf(String text) {
    return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
  }

  private void sendUntilStopped() {
    long due = System.nanoTime();
    while (!stopping) {
      send(round + " " + next.incrementAndGet());
      due = Math.max(due + intervalNanos, System.nanoTime() - intervalNanos);
      LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
    }
  }

  private void send(String text) {
    try {
      JsonNode answer = api.post(account + "/jobs", job(text));
      accepted.put(answer.path("ids").path(0).asLong(), text);
    } catch (IOException | ApiRefusal failed) {
      unanswered.add(text);
      String reason = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
      reasons.merge(reason, 1, Integer::sum);
    }
  }

  private Map<String, Object> job(String text) {
    int number = numberOf(text);
    int ending = isRefused(text) ? 905 : number % RECEIVERS;
    return Map.of(
        "message",
        text,
        "receivers",
        List.of("+33612%03d%03d".formatted(number / RECEIVERS, ending)),
        "sender",
        sender,
        "noStopClause",
        true,
        "tag",
        round);
  }
}
