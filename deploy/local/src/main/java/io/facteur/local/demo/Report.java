package io.facteur.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The delivery report of a campaign, and whether each of its figures is as the operator was told.
 */
final class Report {

  private static final double SMALLEST_CREDIT = 0.001;

  private final List<Sent> sent;
  private final PrintStream out;
  private boolean asTold = true;

  Report(List<Sent> sent, PrintStream out) {
    this.sent = sent;
    this.out = out;
  }

  /** Credits that the campaign must have cost. */
  static double cost(List<Sent> sent) {
    return sent.stream()
        .filter(message -> message.expected().paid())
        .mapToInt(Sent::segments)
        .sum();
  }

  void print(double before, double after, int callbacks) {
    out.printf("%n  %-32s %8s %8s%n", "what became of it", "messages", "told");
    Map<String, Long> told =
        sent.stream()
            .collect(
                Collectors.groupingBy(
                    message -> message.expected().means(), TreeMap::new, Collectors.counting()));
    told.forEach((means, count) -> line(means, became(means), count));
    line("messages", sent.size(), sent.size());
    line("callbacks received", callbacks, expectedCallbacks());
    delays();
    credits(before, after);
    sent.stream()
        .filter(message -> !message.isAsTold())
        .limit(10)
        .forEach(message -> out.printf("  NOT AS TOLD: %s%n", message));
  }

  boolean isAsTold() {
    return asTold;
  }

  private long became(String means) {
    return sent.stream()
        .filter(message -> message.expected().means().equals(means) && message.isAsTold())
        .count();
  }

  private void line(String what, long count, long expected) {
    boolean same = count == expected;
    asTold &= same;
    out.printf("  %-32s %8d %8d%s%n", what, count, expected, same ? "" : "   NOT AS TOLD");
  }

  private long expectedCallbacks() {
    return sent.stream().mapToLong(message -> message.expected().callbacks()).sum();
  }

  private void delays() {
    List<Duration> delays =
        sent.stream().map(Sent::toDeliver).filter(delay -> delay != null).sorted().toList();
    if (!delays.isEmpty()) {
      out.printf(
          "  time to deliver: half within %d ms, 95 of 100 within %d ms%n",
          delays.get(delays.size() / 2).toMillis(),
          delays.get(delays.size() * 95 / 100).toMillis());
    }
  }

  private void credits(double before, double after) {
    boolean same = Math.abs(before - cost(sent) - after) < SMALLEST_CREDIT;
    asTold &= same;
    out.printf(
        "  credits: %.3f before, %.3f after, %.3f spent%s%n",
        before, after, before - after, same ? "" : "   NOT AS TOLD: " + cost(sent));
  }
}
