package io.facteur.dlr.tracking;

import io.facteur.dlr.ptt.DeliveryState;
import java.util.ArrayList;
import java.util.List;

/**
 * How the submissions of a message are kept in its row: a line each, with tabs between segment,
 * outcome ({@code dlr/ptt} or nothing), link and operator id (absent when unknown). One column
 * instead of a table, because they are only ever read and written with their message.
 */
final class Submissions {

  private static final int FIELDS_OF_UNKNOWN = 3;

  private Submissions() {}

  static String write(List<Submission> submissions) {
    StringBuilder text = new StringBuilder();
    for (Submission each : submissions) {
      text.append(text.isEmpty() ? "" : "\n").append(each.segment()).append('\t');
      if (each.outcome() != null) {
        text.append(each.outcome().dlr()).append('/').append(each.outcome().ptt());
      }
      text.append('\t').append(each.link());
      if (each.identified()) {
        text.append('\t').append(each.operatorId());
      }
    }
    return text.toString();
  }

  static List<Submission> read(String text) {
    List<Submission> submissions = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String line : text.split("\n", -1)) {
        submissions.add(parse(line.split("\t", FIELDS_OF_UNKNOWN + 1)));
      }
    }
    return submissions;
  }

  private static Submission parse(String[] fields) {
    return new Submission(
        Integer.parseInt(fields[0]),
        fields[2],
        fields.length > FIELDS_OF_UNKNOWN ? fields[FIELDS_OF_UNKNOWN] : null,
        outcome(fields[1]));
  }

  private static DeliveryState outcome(String text) {
    if (text.isEmpty()) {
      return null;
    }
    int slash = text.indexOf('/');
    return new DeliveryState(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }
}
