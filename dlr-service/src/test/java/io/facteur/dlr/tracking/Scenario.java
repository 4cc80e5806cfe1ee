package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happened to a message, and how it must end whatever the order in which that is heard.
 *
 * @param facts about one message, none of them {@link Fact.Silence}
 * @param end its final state, or its passing state when the facts leave it open
 */
record Scenario(String name, List<Fact> facts, DeliveryState end) {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  static Stream<Scenario> all() {
    return Stream.of(
        new Scenario("delivered", List.of(sub(0, 1, "a"), rec("a", "DELIVRD", "000")), state(1, 4)),
        new Scenario("failed", List.of(sub(0, 1, "a"), rec("a", "UNDELIV", "024")), state(2, 24)),
        new Scenario(
            "reported three times",
            List.of(
                sub(0, 1, "a"),
                rec("a", "DELIVRD", "000"),
                rec("a", "DELIVRD", "000"),
                rec("a", "DELIVRD", "000")),
            state(1, 4)),
        new Scenario(
            "everything twice",
            List.of(
                sub(0, 1, "a"),
                sub(0, 1, "a"),
                rec("a", "UNDELIV", "028"),
                rec("a", "UNDELIV", "028")),
            state(2, 28)),
        new Scenario(
            "retried, then delivered",
            List.of(sub(0, 1, "a"), rec("a", "ENROUTE", "001"), rec("a", "DELIVRD", "000")),
            state(1, 4)),
        new Scenario("retried", List.of(sub(0, 1, "a"), rec("a", "ENROUTE", "002")), state(4, 2)),
        new Scenario(
            "two segments delivered",
            List.of(
                sub(0, 2, "a"),
                sub(1, 2, "b"),
                rec("a", "DELIVRD", "000"),
                rec("b", "DELIVRD", "000")),
            state(1, 4)),
        new Scenario(
            "one of two segments failed",
            List.of(
                sub(0, 2, "a"),
                sub(1, 2, "b"),
                rec("a", "DELIVRD", "000"),
                rec("b", "UNDELIV", "024")),
            state(2, 24)),
        new Scenario(
            "both segments failed, differently",
            List.of(
                sub(0, 2, "a"),
                sub(1, 2, "b"),
                rec("a", "UNDELIV", "000"),
                rec("b", "EXPIRED", "008")),
            state(2, 8)),
        new Scenario(
            "one of two segments silent",
            List.of(sub(0, 2, "a"), sub(1, 2, "b"), rec("b", "DELIVRD", "000")),
            state(8, 3)),
        new Scenario(
            "unknown outcome, then submitted again and delivered",
            List.of(sub(0, 1, null), sub(0, 1, "b"), rec("b", "DELIVRD", "000")),
            state(1, 4)),
        new Scenario(
            "unknown outcome, then submitted again and failed",
            List.of(sub(0, 1, null), sub(0, 1, "b"), rec("b", "UNDELIV", "026")),
            state(2, 26)),
        new Scenario(
            "submitted twice, both failed differently",
            List.of(
                sub(0, 2, "a"),
                sub(0, 2, "b"),
                sub(1, 2, "c"),
                rec("a", "UNDELIV", "025"),
                rec("b", "UNDELIV", "024")),
            state(8, 3)),
        new Scenario(
            "submitted twice, delivered once",
            List.of(sub(0, 1, "a"), sub(0, 1, "b"), rec("b", "DELIVRD", "000")),
            state(1, 4)),
        new Scenario(
            "three segments, one with two submissions of which one failed",
            List.of(
                sub(0, 2, "a"),
                rec("a", "DELIVRD", "000"),
                sub(1, 2, "b"),
                sub(1, 2, "c"),
                rec("c", "DELIVRD", "000")),
            state(1, 4)),
        new Scenario(
            "refused", List.of(new Fact.Refused(DeliveryState.refused(23), NOW)), state(16, 23)));
  }

  private static DeliveryState state(int dlr, int ptt) {
    return new DeliveryState(dlr, ptt);
  }

  private static Fact sub(int segment, int segments, String operatorId) {
    return new Fact.Submitted(segment, segments, "main", operatorId, NOW, NOW.plusSeconds(3_600));
  }

  private static Fact rec(String operatorId, String stat, String err) {
    return new Fact.Reported(
        "main", operatorId, ReceiptMapping.state(stat, err).orElseThrow(), NOW.plusSeconds(1));
  }

  /** Every order of the facts. */
  List<List<Fact>> orders() {
    List<List<Fact>> orders = new ArrayList<>();
    permute(new ArrayList<>(facts), 0, orders);
    return orders;
  }

  private static void permute(List<Fact> facts, int from, List<List<Fact>> orders) {
    if (from == facts.size()) {
      orders.add(List.copyOf(facts));
      return;
    }
    for (int i = from; i < facts.size(); i++) {
      java.util.Collections.swap(facts, from, i);
      permute(facts, from + 1, orders);
      java.util.Collections.swap(facts, from, i);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
