package io.facteur.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.facteur.bench.load.SignedClient;
import io.facteur.bench.report.Report;
import io.facteur.bench.report.RowReport;
import io.facteur.bench.row.Bed;
import io.facteur.bench.row.CallbackSink;
import io.facteur.bench.row.Campaign;
import io.facteur.bench.row.EndToEnd;
import io.facteur.bench.row.SingleSends;
import io.facteur.local.client.Access;
import io.facteur.local.client.Credential;
import io.facteur.local.client.SimulatorControl;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the running local stack: {@code Bench state=<directory> [option=value ...]}. Exits with
 * 0 when it could measure, whether or not the targets are met.
 */
public final class Bench {

  private static final int POSTGRESQL_PORT =
      Integer.parseInt(System.getenv().getOrDefault("FACTEUR_POSTGRESQL_PORT", "15432"));

  private final Options options;
  private final Access access;
  private final Bed bed;
  private final SignedClient client;

  private Bench(Options options, Access access, Bed bed, SignedClient client) {
    this.options = options;
    this.access = access;
    this.bed = bed;
    this.client = client;
  }

  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try (Database database = Database.of(options.state(), POSTGRESQL_PORT)) {
      database.requireDurable();
      Access access = Access.read(options.state());
      Bed bed =
          new Bed(
              options.state(),
              access,
              new SimulatorControl(access.simulator().control()),
              database,
              vertx,
              System.out);
      Credential keys =
          new Credential(access.applicationKey(), access.applicationSecret(), access.consumerKey());
      SignedClient client =
          new SignedClient(vertx, access.httpEndpoint(), keys, options.connections());
      new Bench(options, access, bed, client).run();
    } finally {
      vertx.close();
    }
  }

  private void run() throws Exception {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Instant at = Instant.now();
    grantCredits(at);
    List<RowReport> reports = new ArrayList<>();
    if (!options.warmup().isZero()) {
      System.out.println("Warming up");
      endToEnd(options.warmup());
    }
    if (options.rows().contains(1)) {
      reports.add(new SingleSends(bed, client, options.connections()).measure(options.duration()));
    }
    if (options.rows().contains(2)) {
      reports.add(endToEnd(options.duration()));
    }
    if (options.rows().contains(3)) {
      reports.add(new Campaign(bed, client).measure(options.receivers()));
    }
    reports.forEach(report -> report.print(System.out));
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(options.json().toFile(), Report.of(at, load, reports));
    long missed = reports.stream().flatMap(r -> r.figures().stream()).filter(f -> !f.met()).count();
    System.out.printf(
        "%nFigures in %s; %d targets missed; load of the machine before: %.1f%n",
        options.json(), missed, load);
  }

  private RowReport endToEnd(Duration duration) throws Exception {
    EndToEnd row = new EndToEnd(bed, client, options.connections(), options.backlog());
    if (!options.callbacks()) {
      return row.measure(duration, null);
    }
    String account = "/sms/" + access.serviceName();
    try (CallbackSink sink = CallbackSink.open(bed.vertx())) {
      access.client().put(account, Map.of("callBack", sink.url()));
      return row.measure(duration, sink);
    } finally {
      access.client().put(account, Map.of("callBack", ""));
    }
  }

  /** Nothing that is measured here is to end for want of credit. */
  private void grantCredits(Instant at) throws Exception {
    access
        .client()
        .as(access.operator())
        .post(
            "/admin/accounts/" + access.serviceName() + "/credits",
            Map.of("credits", 1_000_000.0, "reference", "bench " + at));
  }
}
