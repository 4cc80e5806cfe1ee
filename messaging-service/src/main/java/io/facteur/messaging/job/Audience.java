package io.facteur.messaging.job;

import io.facteur.messaging.number.Msisdn;
import io.facteur.messaging.number.NumberReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom a job goes to: each number once, in the order in which they were given, and what could not
 * be read as a number.
 *
 * @param texts each one's own text in the order of {@code valid}; null when all get the same
 * @param invalid receivers as they were given, rows of files as {@code line 12: abc}, those of a
 *     slot as {@code slot 3, line 12: abc}
 * @param room in memory that it takes
 */
record Audience(List<Msisdn> valid, List<String> texts, List<String> invalid, Room.Share room) {

  /** The receivers of a request that names no file. */
  static Audience of(List<String> receivers, NumberReader numbers, String country) {
    Map<String, Msisdn> valid = new LinkedHashMap<>();
    List<String> invalid = new ArrayList<>();
    for (String receiver : receivers) {
      numbers
          .read(receiver, country)
          .ifPresentOrElse(
              number -> valid.putIfAbsent(number.digits(), number),
              () -> invalid.add(receiver == null ? "" : receiver));
    }
    return new Audience(List.copyOf(valid.values()), null, List.copyOf(invalid), Room.Share.NONE);
  }

  /** The text of one of them, given the text for all. */
  String text(int position, String common) {
    return texts == null ? common : texts.get(position);
  }
}
