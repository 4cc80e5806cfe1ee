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
 */
record Audience(List<Msisdn> valid, List<String> invalid) {

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
    return new Audience(List.copyOf(valid.values()), List.copyOf(invalid));
  }
}
