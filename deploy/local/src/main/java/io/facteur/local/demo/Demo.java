package io.facteur.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.facteur.local.client.Access;
import io.facteur.local.client.ApiClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The cookbook's campaign through the running stack: a mail-merge from a contact file to a few
 * hundred receivers, with callbacks, and its delivery report: {@code Demo <state>}. Exits with 0
 * only when every figure is as the simulated operator was told.
 */
public final class Demo {

  private static final int RECEIVERS = 300;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);
  private static final String MESSAGE =
      "Bonjour #prenom# #nom#, votre commande va être livrée à l'adresse : #adresse# .";

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
    Contacts contacts = new Contacts(RECEIVERS);
    try (Customer customer = new Customer(contacts.csv())) {
      setCallback(customer.url("/callback"));
      double before = credits();
      List<Long> ids = send(contacts, customer);
      List<Sent> sent = await(ids, customer);
      Report report = new Report(sent, out);
      report.print(before, awaitCredits(before - Report.cost(sent)), customer.callbacks());
      out.println(report.isAsTold() ? "\nEverything is as told." : "\nNOT everything is as told.");
      return report.isAsTold() && ids.size() == contacts.size();
    } finally {
      setCallback(null);
    }
  }

  private void setCallback(String url) throws IOException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("callBack", url);
    api.put(account, settings);
  }

  private List<Long> send(Contacts contacts, Customer customer) throws IOException {
    out.printf(
        "%nA campaign to %d contacts of a file, from %s%n", contacts.size(), access.serviceName());
    Map<String, Object> job =
        Map.of(
            "message",
            MESSAGE,
            "receiversDocumentUrl",
            customer.url("/contacts.csv"),
            "sender",
            access.sender(),
            "noStopClause",
            true,
            "tag",
            "demo");
    JsonNode answer = api.post(account + "/jobs", job);
    List<Long> ids = new ArrayList<>();
    answer.path("ids").forEach(id -> ids.add(id.asLong()));
    out.printf(
        "  accepted %d messages for %.1f credits; not a number: %s%n",
        ids.size(), answer.path("totalCreditsRemoved").asDouble(), answer.path("invalidReceivers"));
    return ids;
  }

  private List<Sent> await(List<Long> ids, Customer customer) throws IOException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    Map<Long, Sent> ended = new HashMap<>();
    while (true) {
      for (long id : ids) {
        Sent known = ended.get(id);
        if (known == null || !known.isAsTold()) {
          ended.put(id, Sent.of(api.get(account + "/outgoing/" + id)));
        }
      }
      long done = ended.values().stream().filter(Sent::isAsTold).count();
      out.printf(
          "  %3d of %d have their state, %d callbacks%n", done, ids.size(), customer.callbacks());
      long expected =
          ended.values().stream().mapToLong(message -> message.expected().callbacks()).sum();
      boolean complete = done == ids.size() && customer.callbacks() >= expected;
      if (complete || System.nanoTime() - limit > 0) {
        return ids.stream().map(ended::get).toList();
      }
      LockSupport.parkNanos(PAUSE);
    }
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
