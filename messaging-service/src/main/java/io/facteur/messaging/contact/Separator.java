package io.facteur.messaging.contact;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what separates the columns: the character that comes equally often in most of the first
 * records, outside of quotes. In doubt the semicolon, since commas and blanks are in addresses.
 */
final class Separator {

  private static final char[] CANDIDATES = {'\t', ';', ','};
  private static final char DEFAULT = ';';
  private static final int RECORDS = 30;

  private Separator() {}

  static char of(String head) {
    List<int[]> records = count(head);
    char best = DEFAULT;
    int bestScore = 0;
    for (int i = 0; i < CANDIDATES.length; i++) {
      int score = score(records, i);
      if (score > bestScore) {
        best = CANDIDATES[i];
        bestScore = score;
      }
    }
    return best;
  }

  /** Records in which the candidate is as frequent as in the first one. */
  private static int score(List<int[]> records, int candidate) {
    int expected = records.get(0)[candidate];
    if (expected == 0) {
      return 0;
    }
    return (int) records.stream().filter(counts -> counts[candidate] == expected).count();
  }

  private static List<int[]> count(String head) {
    List<int[]> records = new ArrayList<>();
    int[] counts = new int[CANDIDATES.length];
    boolean quoted = false;
    boolean empty = true;
    for (int i = 0; i < head.length() && records.size() < RECORDS; i++) {
      char c = head.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      }
      boolean ends = !quoted && (c == '\n' || c == '\r');
      if (ends && !empty) {
        records.add(counts);
        counts = new int[CANDIDATES.length];
      }
      empty = ends || (empty && Character.isWhitespace(c));
      for (int candidate = 0; candidate < CANDIDATES.length && !quoted; candidate++) {
        counts[candidate] += c == CANDIDATES[candidate] ? 1 : 0;
      }
    }
    if (records.isEmpty() || (!empty && records.size() < RECORDS)) {
      records.add(counts);
    }
    return records;
  }
}
